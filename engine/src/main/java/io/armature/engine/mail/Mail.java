package io.armature.engine.mail;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail to one person.
 *
 * @param recipient a plain address
 * @param subject one line
 * @param text plain text
 * @param html the same for readers that show it
 * @param files ids of files that go with it
 * @param confidential whether nobody may read it afterwards: it holds a link that lets people in
 */
public record Mail(
        String recipient, String subject, String text, Optional<String> html, List<UUID> files, boolean confidential) {

    private static final int LONGEST_ADDRESS = 254;

    /** @throws ProblemException when the recipient is no address */
    public Mail {
        requireAddress(recipient);
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        files = List.copyOf(files);
    }

    /** A mail of plain text alone. */
    public Mail(String recipient, String subject, String text, boolean confidential) {
        this(recipient, subject, text, Optional.empty(), List.of(), confidential);
    }

    /** @throws ProblemException when a text is no plain address, or holds another header's beginning */
    public static void requireAddress(String text) {
        if (!isAddress(text)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "email", "email", "ada@example.org"));
        }
    }

    /** Whether a text is a plain address. */
    public static boolean isAddress(String text) {
        try {
            boolean plain = text.length() <= LONGEST_ADDRESS
                    && text.indexOf('@') > 0
                    && text.chars().noneMatch(at -> at <= ' ' || at == ',' || at == ';' || at == '<' || at == '>');
            return plain && new InternetAddress(text, true).getAddress().equals(text);
        } catch (AddressException notAnAddress) {
            return false;
        }
    }
}
