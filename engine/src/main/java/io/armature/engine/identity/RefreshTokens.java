package io.armature.engine.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that exchange for the next access token, each once. They name their session under a signature of ours, so a token
 * that is ours but not the session's last is known to be an old one. Safe for many threads.
 */
public final class RefreshTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int SIGNED_BYTES = ID_BYTES + RANDOM_BYTES;
    private static final int MAC_BYTES = 32;

    private final SecretKeySpec key;
    private final Secrets secrets = new Secrets();

    public RefreshTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A new token of a session. */
    String create(String tenant, UUID session) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .put(secrets.bytes())
                .array();
        byte[] token = ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES)
                .put(signed)
                .put(sign(tenant, signed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The session of a token; nothing when the token is not ours, or another tenant's. */
    Optional<UUID> session(String tenant, String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != SIGNED_BYTES + MAC_BYTES) {
                return Optional.empty();
            }
            byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
            byte[] mac = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
            ByteBuffer id = ByteBuffer.wrap(signed);
            return MessageDigest.isEqual(mac, sign(tenant, signed))
                    ? Optional.of(new UUID(id.getLong(), id.getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] sign(String tenant, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(tenant.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
