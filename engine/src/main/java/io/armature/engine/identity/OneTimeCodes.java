package io.armature.engine.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of RFC 6238 as authenticator programs make them: six digits, SHA-1, thirty seconds. Safe for many threads. */
final class OneTimeCodes {

    private static final int STEP_SECONDS = 30;
    private static final int DRIFT_STEPS = 1;
    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Secrets secrets = new Secrets();

    /** A new secret, in base 32, as people type it into programs without a camera. */
    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        System.arraycopy(secrets.bytes(), 0, bytes, 0, SECRET_BYTES);
        return new Base32().encodeToString(bytes);
    }

    /** What a QR code of the secret says. */
    static String uri(String issuer, String username, String secret) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(username) + "?secret=" + secret + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    /** The step whose code it is, of the present one and its neighbours; nothing when it is none of theirs. */
    OptionalLong step(String secret, String code, Instant now) {
        if (!code.matches("\\d{" + DIGITS + "}")) {
            return OptionalLong.empty();
        }
        long present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - DRIFT_STEPS, present + DRIFT_STEPS)
                .filter(step -> isCode(secret, code, step))
                .findFirst();
    }

    /** The code of a moment. */
    Optional<String> code(String secret, Instant moment) {
        try {
            SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
            return Optional.of(generator.generateOneTimePasswordString(key, moment));
        } catch (InvalidKeyException notAKey) {
            return Optional.empty();
        }
    }

    private boolean isCode(String secret, String code, long step) {
        return code(secret, Instant.ofEpochSecond(step * STEP_SECONDS))
                .filter(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
