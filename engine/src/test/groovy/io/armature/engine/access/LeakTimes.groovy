package io.armature.engine.access

/** Compares how long two things take on a machine that has other work. */
final class LeakTimes {
    private LeakTimes() {}

    /** The middle of the times of two things done in turns, in nanoseconds. */
    static List<Long> inTurns(int times, Closure first, Closure second) {
        def taken = [[], []]
        times.times { n ->
            (n % 2 ? [0, 1] : [1, 0]).each { which ->
                long begun = System.nanoTime()
                (which ? second : first).call()
                taken[which] << System.nanoTime() - begun
            }
        }
        taken.collect { it.sort()[times.intdiv(2)] as Long }
    }
}
