package io.armature.engine.script;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What calls have cost together. Times are spread over classes, four to each doubling, so that nodes can add theirs up. */
final class Cost {

    /** From a microsecond to about a quarter of an hour. */
    private static final int CLASSES = 120;

    private static final double PER_DOUBLING = 4;
    private static final double MICROSECOND = 1_000;
    private static final double MILLISECOND = 1_000;

    private final long[] spread = new long[CLASSES];
    private long calls;
    private long failures;
    private long nanoseconds;
    private long statements;
    private long sql;

    void add(long time, long statementCount, long sqlCount, boolean failed) {
        calls++;
        failures += failed ? 1 : 0;
        nanoseconds += time;
        statements += statementCount;
        sql += sqlCount;
        spread[place(time)]++;
    }

    private static int place(long time) {
        double doublings = Math.log(Math.max(time / MICROSECOND, 1)) / Math.log(2);
        return Math.min(CLASSES - 1, (int) Math.ceil(doublings * PER_DOUBLING));
    }

    /** Milliseconds that so many of a hundred calls did not exceed, to a fifth. */
    static BigDecimal percentile(List<Long> spread, int percent) {
        long all = spread.stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        int place = 0;
        while (place < spread.size() - 1 && (seen += spread.get(place)) * 100 < all * percent) {
            place++;
        }
        return BigDecimal.valueOf(Math.pow(2, place / PER_DOUBLING) / MILLISECOND)
                .setScale(3, RoundingMode.HALF_UP);
    }

    long calls() {
        return calls;
    }

    long failures() {
        return failures;
    }

    BigDecimal seconds() {
        return BigDecimal.valueOf(nanoseconds, 9);
    }

    long statements() {
        return statements;
    }

    long sql() {
        return sql;
    }

    long[] spread() {
        return spread.clone();
    }
}
