package io.armature.engine.schema.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short digests that stand for a meaning in names and marks. */
public final class Digests {

    private static final int SHORT = 8;

    private Digests() {}

    /** Eight hexadecimal digits. */
    public static String brief(String text) {
        return full(text).substring(0, SHORT);
    }

    /** SHA-256 in hexadecimal digits. */
    public static String full(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
