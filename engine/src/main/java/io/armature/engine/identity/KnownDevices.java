package io.armature.engine.identity;

import io.armature.engine.tenant.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks for browsers in which somebody has signed in. Whoever guesses at his name, or from his address, must wait; he himself
 * need not, as long as he comes with a browser that he has used before: what goes wrong there is counted by itself. A mark is
 * good for one name of one tenant, and proves nothing else. The protocol is that of OWASP's device cookies. Safe for many
 * threads.
 */
public final class KnownDevices {

    /** How long a browser is known after a sign-in. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;
    private static final int SIGNED_BYTES = RANDOM_BYTES + Long.BYTES;
    private static final int MAC_BYTES = 32;

    private final SecretKeySpec key;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public KnownDevices(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** A new mark for a browser in which somebody signs in by this name. */
    public String mark(Tenant tenant, String username) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(secrets.bytes())
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] mark = ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES)
                .put(signed)
                .put(sign(tenant, username, signed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    /** Who is counted when a sign-in with this mark fails; nothing when the mark is not ours, too old, or for another name. */
    Optional<Trial> trial(Tenant tenant, String username, String mark) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(mark);
            if (bytes.length != SIGNED_BYTES + MAC_BYTES) {
                return Optional.empty();
            }
            byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
            byte[] mac = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
            Instant until = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong(RANDOM_BYTES));
            boolean good = MessageDigest.isEqual(mac, sign(tenant, username, signed)) && until.isAfter(clock.instant());
            return good ? Optional.of(Trial.device(Arrays.copyOf(signed, RANDOM_BYTES))) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] sign(Tenant tenant, String username, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(tenant.name().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(bytes);
            mac.update(username.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
