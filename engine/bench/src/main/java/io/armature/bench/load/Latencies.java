package io.armature.bench.load;

import java.util.Arrays;

/** How long each answer took. For one thread. */
final class Latencies {
    private static final int FIRST_CAPACITY = 1 << 16;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private long[] nanos = new long[FIRST_CAPACITY];
    private int count;

    void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = taken;
    }

    int count() {
        return count;
    }

    /** The milliseconds that this share of the answers did not exceed; for each share, in its order. */
    double[] percentiles(double... shares) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Arrays.stream(shares)
                .map(share -> count == 0
                        ? Double.NaN
                        : sorted[Math.min(count - 1, (int) (count * share))] / NANOS_PER_MILLISECOND)
                .toArray();
    }
}
