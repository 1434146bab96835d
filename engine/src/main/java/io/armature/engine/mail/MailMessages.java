package io.armature.engine.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Mails in the form in which they travel: plain, or with HTML beside the text, or with files behind both. */
final class MailMessages {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailMessages() {}

    static MimeMessage of(Session session, String from, Mail mail, List<MailFiles.MailFile> files)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(new Date());
        if (files.isEmpty() && mail.html().isEmpty()) {
            message.setText(mail.text(), UTF_8);
        } else if (files.isEmpty()) {
            message.setContent(alternatives(mail));
        } else {
            message.setContent(withFiles(mail, files));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart withFiles(Mail mail, List<MailFiles.MailFile> files) throws MessagingException {
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives(mail));
        all.addBodyPart(words);
        for (MailFiles.MailFile file : files) {
            all.addBodyPart(part(file));
        }
        return all;
    }

    private static MimeBodyPart part(MailFiles.MailFile file) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", file.mediaType());
        headers.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart part = new MimeBodyPart(headers, Base64.getMimeEncoder().encode(file.content()));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        part.setFileName(file.name());
        return part;
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeMultipart both = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        both.addBodyPart(text);
        if (mail.html().isPresent()) {
            MimeBodyPart html = new MimeBodyPart();
            html.setText(mail.html().get(), UTF_8, "html");
            both.addBodyPart(html);
        }
        return both;
    }
}
