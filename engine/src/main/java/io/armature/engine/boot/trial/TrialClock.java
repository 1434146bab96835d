package io.armature.engine.boot.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like any other, from a moment that tests choose. Safe for many threads. */
public final class TrialClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /** It is that moment now. */
    void set(Instant moment) {
        ahead.set(Duration.between(real.instant(), moment));
    }

    /** Time passes. */
    void advance(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    /** It is now what it is elsewhere. */
    void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock is in UTC");
    }
}
