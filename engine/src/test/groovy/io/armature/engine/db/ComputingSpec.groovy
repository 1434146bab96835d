package io.armature.engine.db

import io.armature.metadata.problem.ProblemException
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.Specification

class ComputingSpec extends Specification {
    def 'while many compute, requests that wait for something go on'() {
        given:
        def processors = Runtime.runtime.availableProcessors()
        def computing = new Computing('compute', processors, 100)
        def begun = new CountDownLatch(processors)
        def go = new AtomicBoolean(true)
        def other = new CountDownLatch(1)

        when: 'as many as there are processors compute without an end'
        def computed = (1..2 * processors).collect {
            Thread.startVirtualThread { computing.of { begun.countDown(); while (go.get()) { Thread.onSpinWait() }; it } }
        }
        begun.await()
        Thread.startVirtualThread { other.countDown() }

        then:
        other.await(60, TimeUnit.SECONDS)

        cleanup:
        go.set(false)
        computed*.join()
    }

    def 'what is computed comes back, and what goes wrong too'() {
        given:
        def computing = new Computing('compute', 1, 1)

        expect:
        computing.of { 42 } == 42

        when:
        computing.of { throw new IllegalStateException('broken') }

        then:
        def wrong = thrown(IllegalStateException)
        wrong.message == 'broken'
    }

    def 'of more than can be served the last are sent away'() {
        given:
        def computing = new Computing('sign in', 1, 1)
        def begun = new CountDownLatch(1)
        def end = new CountDownLatch(1)
        def first = Thread.startVirtualThread { computing.of { begun.countDown(); end.await(); 1 } }
        begun.await()
        def second = new CountDownLatch(1)
        def refused = []

        when: 'one is at work, one waits, and the third comes too much'
        def others = (1..2).collect {
            Thread.startVirtualThread {
                try {
                    computing.of { 2 }
                } catch (ProblemException problem) {
                    refused << problem.problems().first()
                    second.countDown()
                }
            }
        }
        second.await()
        end.countDown()
        ([first] + others)*.join()

        then:
        refused*.code()*.id() == ['AR-110']
        refused.first().message(Locale.ENGLISH).contains('too many sign in')
    }
}
