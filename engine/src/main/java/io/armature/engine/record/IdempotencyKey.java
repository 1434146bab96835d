package io.armature.engine.record;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name that a caller gives a request, so that repeating it does nothing twice.
 *
 * @param requestHash SHA-256 of what is asked; the same key with another hash is refused
 */
public record IdempotencyKey(String key, byte[] requestHash) {

    private static final int LONGEST = 255;

    public IdempotencyKey {
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_PARAMETER, "Idempotency-Key", "Idempotency-Key", "1–255", ""));
        }
        requestHash = requestHash.clone();
    }

    /** The key of a request for {@code target} with this body. */
    public static IdempotencyKey of(String key, String target, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(target.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) '\n');
            return new IdempotencyKey(key, sha.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public byte[] requestHash() {
        return requestHash.clone();
    }
}
