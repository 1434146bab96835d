package io.armature.engine.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that wraps the keys of tenants: 256 bits.
 *
 * @param id tells which key it is without telling the key: the beginning of its SHA-256
 */
public record MasterKey(String id, byte[] bytes) {

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private static final int ID_BYTES = 8;

    public MasterKey {
        bytes = bytes.clone();
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A master key has " + LENGTH + " bytes, not " + bytes.length);
        }
    }

    static MasterKey of(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new MasterKey(HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES)), bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** @throws IllegalArgumentException when the text is not 32 bytes in Base64 */
    static MasterKey read(String base64) {
        return of(Base64.getDecoder().decode(base64.strip()));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Never the key itself: this ends up in logs. */
    @Override
    public String toString() {
        return "master key " + id;
    }
}
