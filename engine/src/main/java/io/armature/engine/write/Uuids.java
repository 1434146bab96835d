package io.armature.engine.write;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids of version 7 (RFC 9562): milliseconds, then a counter of 4096 steps a millisecond, then randomness, so that ids
 * made here sort in the order they were made and land side by side in an index. Safe for many threads.
 */
public final class Uuids {

    static final String EXAMPLE = "\"01890a5d-ac96-774b-bcce-b302099a8057\"";

    private static final int LENGTH = 36;
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_BITS = 0x3FFFFFFFFFFFFFFFL;

    /** Milliseconds and counter of the last id. */
    private final AtomicLong last = new AtomicLong();

    /** A new id, after all made before. */
    public UUID next(Instant now) {
        long wanted = now.toEpochMilli() << COUNTER_BITS;
        long ticks = last.updateAndGet(previous -> Math.max(previous + 1, wanted));
        long milliseconds = ticks >>> COUNTER_BITS;
        long counter = ticks & ((1L << COUNTER_BITS) - 1);
        long most = milliseconds << 16 | VERSION | counter;
        long least = VARIANT | ThreadLocalRandom.current().nextLong() & RANDOM_BITS;
        return new UUID(most, least);
    }

    /** The id that the text is in its canonical form. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
