package io.armature.bench.load;

import java.time.Duration;

/**
 * What a load met with.
 *
 * @param requests answered, errors included
 * @param p50 milliseconds within which half the answers came
 * @param p99 milliseconds within which 99 of 100 answers came
 * @param errors answers that are not 2xx, and connections that broke
 */
public record LoadResult(long requests, Duration elapsed, double p50, double p99, long errors) {
    private static final double NANOS = 1e9;

    public double perSecond() {
        return requests * NANOS / elapsed.toNanos();
    }
}
