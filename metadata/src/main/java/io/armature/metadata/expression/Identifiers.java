package io.armature.metadata.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one place where names become SQL identifiers. */
public final class Identifiers {

    /** PostgreSQL's limit (NAMEDATALEN - 1). */
    private static final int MAXIMUM_BYTES = 63;

    private static final int HASH_LENGTH = 8;

    private Identifiers() {}

    /** The identifier between double quotes, with quotes inside doubled. */
    public static String quote(String identifier) {
        if (identifier.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An identifier cannot hold a zero character");
        }
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** {@code "schema"."name"}. */
    public static String quote(String schema, String name) {
        return quote(schema) + "." + quote(name);
    }

    /** The name itself where PostgreSQL keeps all of it, else its beginning and a hash of the whole. */
    public static String shorten(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAXIMUM_BYTES) {
            return name;
        }
        String hash = hash(bytes);
        int keep = MAXIMUM_BYTES - HASH_LENGTH - 1;
        while (keep > 0 && (bytes[keep] & 0xC0) == 0x80) {
            keep--;
        }
        return new String(bytes, 0, keep, StandardCharsets.UTF_8) + "_" + hash;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
