package io.armature.testing

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class SideBySideSpec extends Specification {
    def 'each case is done once, two at a time, by a worker with things of its own'() {
        given:
        def done = new ConcurrentLinkedQueue<Integer>()
        def workers = new ConcurrentLinkedQueue<List>()
        def both = new CyclicBarrier(2)

        when:
        SideBySide.work((1..100).iterator()) {
            def own = []
            workers << own
            return { int number ->
                both.await(60, TimeUnit.SECONDS)
                own << number
                done << number
            }
        }

        then:
        done.sort() == 1..100
        workers.size() == 2
        workers*.size() == [50, 50]
    }

    def 'what a case throws is thrown, and no other is begun'() {
        when:
        SideBySide.work((1..1_000_000_000).iterator()) { { int number -> assert number != 7 } }

        then:
        thrown(AssertionError)
    }
}
