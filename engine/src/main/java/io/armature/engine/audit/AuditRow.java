package io.armature.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One row of the trail: an entry, its name and its moment, to the microsecond.
 *
 * @param id of version 7
 */
record AuditRow(UUID id, Instant at, AuditEntry entry) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final char SEPARATOR = '\u001f';

    /** Proves that the row was written by somebody who has the key, and was not changed since: HMAC-SHA-256. */
    byte[] sign(byte[] key) {
        return sign(key, canonical());
    }

    static byte[] sign(byte[] key, byte[] what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(what);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Stands for a row that nobody could sign. */
    byte[] digest() {
        return sha256().digest(canonical());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private byte[] canonical() {
        StringBuilder text = new StringBuilder(entry.changes().length() + 300);
        part(text, id.toString());
        part(text, at.toString());
        part(text, entry.action());
        part(text, entry.entity());
        part(text, entry.record().map(UUID::toString).orElse(""));
        part(text, entry.version().map(String::valueOf).orElse(""));
        part(text, entry.actor().map(UUID::toString).orElse(""));
        part(text, entry.origin().realActor().map(UUID::toString).orElse(""));
        part(text, entry.origin().address());
        part(text, entry.origin().request());
        Canonical.append(entry.changes(), text);
        text.append(SEPARATOR);
        Canonical.append(entry.details(), text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The length before each part keeps two rows apart whose parts only join to the same text. */
    private static void part(StringBuilder text, String part) {
        text.append(part.length()).append(SEPARATOR).append(part).append(SEPARATOR);
    }
}
