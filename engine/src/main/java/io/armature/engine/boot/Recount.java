package io.armature.engine.boot;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A count that registers what it finds, and so must not be made anew while all metrics are being read: what is replaced then is not
 * shown. Whoever reads them asks for it before; for a second it stays as it is. Safe for many threads.
 */
final class Recount implements Supplier<Number> {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final IntSupplier count;
    private boolean counted;
    private long at;
    private int last;

    Recount(IntSupplier count) {
        this.count = count;
    }

    @Override
    public synchronized Number get() {
        if (!counted || System.nanoTime() - at > FRESH) {
            last = count.getAsInt();
            at = System.nanoTime();
            counted = true;
        }
        return last;
    }
}
