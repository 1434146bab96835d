package io.armature.engine.schema

import io.armature.testing.SideBySide
import java.util.concurrent.ConcurrentLinkedQueue
import spock.lang.Shared
import spock.lang.Specification

/**
 * From a random model with rows to another and back: nothing is lost, planning again finds nothing to do.
 * A failure names its seed; -Darmature.seed=N runs that one alone.
 */
class RandomPairsSpec extends Specification {
    static final int PAIRS = 500
    /** What is rolled back stays in the catalogue's tables until a vacuum, and all that look there wade through it. */
    static final int PER_DATABASE = 10
    @Shared List<Long> seeds = System.getProperty('armature.seed')
        ? [Long.getLong('armature.seed')]
        : (1..Integer.getInteger('armature.pairs', PAIRS)).collect { it as long }

    def 'rows survive the way from any model to any other and back'() {
        given:
        def failures = new ConcurrentLinkedQueue<String>()
        def gone = new ConcurrentLinkedQueue<Long>()

        when:
        SideBySide.work(seeds.iterator()) {
            def way = null
            int number = 0
            return { Long seed ->
                if (number++ % PER_DATABASE == 0) {
                    way = new ThereAndBack(SchemaSpec.fresh(), seeds.size() == 1)
                }
                failures.addAll(way.failures(seed))
                gone << seed
            }
        }

        then:
        failures.toList() == []
        gone.sort() == seeds
    }
}
