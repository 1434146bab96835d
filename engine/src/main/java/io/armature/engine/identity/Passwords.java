package io.armature.engine.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.armature.engine.db.Computing;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Hashes passwords by Argon2id and compares them. A few at a time, since each takes memory, and never so many that nothing
 * else could be computed. Safe for many threads.
 */
public final class Passwords {

    /** OWASP's choice for Argon2id: 19 MiB, two rounds. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int ROUNDS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int MOST_AT_ONCE = 4;
    /** Longer queues would be of guesses whose senders are gone before they are looked at. */
    private static final int MOST_WAITING = 200;

    private static final int GENERATED_BYTES = 12;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, ROUNDS, LANES, HASH_BYTES, Argon2.ID);
    private final SecureRandom random = new SecureRandom();
    private final Computing computing = new Computing("sign in", atOnce(), MOST_WAITING);
    private final String nobodys = hash(generate());

    /** Half of the processors are left to everything else. */
    private static int atOnce() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_AT_ONCE);
    }

    /** The hash in Argon2's usual notation, salt and settings included. */
    public String hash(String password) {
        return computing.of(
                () -> Password.hash(password).addRandomSalt().with(argon2).getResult());
    }

    /** Whether the password is the one hashed; takes as long when there is no hash, so that names cannot be guessed. */
    public boolean matches(String password, Optional<String> hash) {
        boolean same = computing.of(
                () -> Password.check(password, hash.orElse(nobodys)).with(argon2));
        return same && hash.isPresent();
    }

    /** A password that nobody can guess, short enough to type. */
    public String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
