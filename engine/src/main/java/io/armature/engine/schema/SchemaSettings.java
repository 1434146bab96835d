package io.armature.engine.schema;

import java.time.Duration;

/**
 * How careful changes are.
 *
 * @param slowRows from how many rows on a step that looks at each is called slow
 * @param bigRows from how many rows on indexes and checks are built after the commit, while the site runs
 * @param lockTimeout how long a statement waits for a table, and so how long it may hold up others
 * @param attempts how often the whole is tried when tables are busy
 * @param pause before the second attempt; doubles with each
 * @param mostLocks how many locks a change holds at most, however many PostgreSQL has room for
 */
public record SchemaSettings(
        long slowRows, long bigRows, Duration lockTimeout, int attempts, Duration pause, long mostLocks) {

    public static final SchemaSettings DEFAULT =
            new SchemaSettings(10_000, 100_000, Duration.ofSeconds(2), 8, Duration.ofMillis(100));

    /** With as many locks as PostgreSQL has room for. */
    public SchemaSettings(long slowRows, long bigRows, Duration lockTimeout, int attempts, Duration pause) {
        this(slowRows, bigRows, lockTimeout, attempts, pause, Long.MAX_VALUE);
    }

    public SchemaSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("At least one attempt");
        }
    }
}
