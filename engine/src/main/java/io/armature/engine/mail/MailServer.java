package io.armature.engine.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The server that takes our mail. Its address is {@code smtp://user:password@host:587}, {@code smtps://…:465} for TLS from
 * the start, or {@code smtp+plain://…} for a server of the own machine or network without TLS.
 *
 * @param url where it is
 * @param from the sender, such as {@code Armature <no-reply@example.org>}
 */
public record MailServer(URI url, String from) {

    private static final String MILLISECONDS = "15000";
    private static final List<String> SCHEMES = List.of("smtp", "smtps", "smtp+plain");
    private static final int MAIL_PORT = 587;
    private static final int TLS_PORT = 465;

    /** @throws IllegalArgumentException when the address is none of a mail server */
    public MailServer {
        if (!SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "ARMATURE_SMTP_URL must look like smtp://user:password@host:587, not like this");
        }
    }

    /** Sends a mail now. */
    void send(Mail mail, List<MailFiles.MailFile> files) throws MessagingException {
        Session session = Session.getInstance(properties());
        MimeMessage message = MailMessages.of(session, from, mail, files);
        try (Transport transport = session.getTransport(protocol())) {
            Optional<String[]> user = user();
            transport.connect(
                    url.getHost(),
                    port(),
                    user.map(parts -> parts[0]).orElse(null),
                    user.map(parts -> parts[1]).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private String protocol() {
        return url.getScheme().equals("smtps") ? "smtps" : "smtp";
    }

    private int port() {
        int usual = url.getScheme().equals("smtps") ? TLS_PORT : MAIL_PORT;
        return url.getPort() > 0 ? url.getPort() : usual;
    }

    private Optional<String[]> user() {
        return Optional.ofNullable(url.getRawUserInfo())
                .map(info -> info.split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> Arrays.stream(parts)
                        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .toArray(String[]::new));
    }

    private Properties properties() {
        String prefix = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", String.valueOf(user().isPresent()));
        properties.setProperty(prefix + "connectiontimeout", MILLISECONDS);
        properties.setProperty(prefix + "timeout", MILLISECONDS);
        properties.setProperty(prefix + "writetimeout", MILLISECONDS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean plain = url.getScheme().equals("smtp+plain");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(!plain));
        properties.setProperty(
                prefix + "starttls.required", String.valueOf(url.getScheme().equals("smtp")));
        return properties;
    }
}
