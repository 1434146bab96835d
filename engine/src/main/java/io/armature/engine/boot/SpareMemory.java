package io.armature.engine.boot;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * Gives memory back that only garbage holds. The serial collector looks at the old generation when it has grown to its limit, and
 * not before: an hour of work fills it with what was needed for a moment, and the process stays as large as it may become. A look
 * now and then costs a pause of some tenths of a second where much is to be won. Does nothing under other collectors, which look by
 * themselves. For one thread.
 */
final class SpareMemory {

    private static final String OLD = "Tenured Gen";
    private static final String YOUNG_COLLECTOR = "Copy";
    private static final long MEGABYTE = 1024 * 1024;

    private static final long MUCH = 192 * MEGABYTE;
    private static final long SOME = 40 * MEGABYTE;

    private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(OLD))
            .toList();
    private final List<GarbageCollectorMXBean> young = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> collector.getName().equals(YOUNG_COLLECTOR))
            .toList();
    private final long much;
    private final long some;
    private long collections = -1;

    SpareMemory() {
        this(MUCH, SOME);
    }

    /**
     * @param much bytes of probable garbage that are worth a pause at any time
     * @param some bytes that are worth one while nobody works
     */
    SpareMemory(long much, long some) {
        this.much = much;
        this.some = some;
    }

    /** Has the garbage collected if there is enough of it; says whether it was. */
    boolean look() {
        long now = young.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        boolean idle = now == collections;
        collections = now;
        boolean worth = old.stream().anyMatch(pool -> garbage(pool) > (idle ? some : much));
        if (worth) {
            System.gc();
        }
        return worth;
    }

    /** What came since the last full collection. */
    private static long garbage(MemoryPoolMXBean pool) {
        MemoryUsage living = pool.getCollectionUsage();
        return pool.getUsage().getUsed() - (living == null ? 0 : living.getUsed());
    }
}
