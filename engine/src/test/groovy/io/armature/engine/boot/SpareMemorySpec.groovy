package io.armature.engine.boot

import java.lang.management.ManagementFactory
import spock.lang.Requires
import spock.lang.Specification

@Requires({ ManagementFactory.memoryPoolMXBeans.any { it.name == 'Tenured Gen' } })
class SpareMemorySpec extends Specification {
    def old = pool('Tenured Gen')

    private static pool(String name) {
        ManagementFactory.memoryPoolMXBeans.find { it.name == name }
    }

    def 'garbage in the old generation is collected when there is much of it, and what lives is let alone'() {
        given: 'a heap of which is known what lives'
        def memory = new SpareMemory(30_000_000, 30_000_000)
        System.gc()
        def living = old.usage.used

        expect:
        !memory.look()

        when: 'something lives for a moment that is too large for the young generation'
        def wasted = waste()

        then:
        wasted > living + 40_000_000
        memory.look()
        old.usage.used < living + 20_000_000
        !memory.look()
    }

    private long waste() {
        def kept = [new long[pool('Eden Space').usage.max.intdiv(Long.BYTES) as int]]
        kept.size() * 0L + old.usage.used
    }
}
