package io.armature.engine.schema;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits between attempts. */
@FunctionalInterface
public interface Pause {

    void take(Duration duration);

    /** Lets the thread rest. */
    static Pause resting() {
        return duration -> LockSupport.parkNanos(duration.toNanos());
    }
}
