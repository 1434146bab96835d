package io.armature.engine.query.read

import java.util.concurrent.Callable
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.Function
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class CoalescerSpec extends Specification {
    static final int AT_ONCE = 2
    static final int MOST = 4

    def coalescer = new Coalescer<String, Integer, String>(AT_ONCE, MOST)
    def done = new CopyOnWriteArrayList<List<Integer>>()
    def gate = new CountDownLatch(1)
    final threads = new CopyOnWriteArrayList<Thread>()
    @AutoCleanup('shutdownNow') ExecutorService askers = Executors.newThreadPerTaskExecutor { work ->
        def thread = new Thread(work)
        this.threads << thread
        thread
    }

    /** What is done waits at the gate, so that others come meanwhile. */
    final Function<List<Integer>, List<String>> atTheGate = { List<Integer> asked ->
        done << asked
        assert gate.await(20, TimeUnit.SECONDS)
        asked.collect { "<$it>".toString() }
    }

    Future<String> ask(String shape, int asked, Function<List<Integer>, List<String>> together = atTheGate) {
        askers.submit({ coalescer.ask(shape, asked, together) } as Callable<String>)
    }

    /** Asks so that as many as may be are under way, and the others wait. */
    List<Future<String>> crowd(int count, Function<List<Integer>, List<String>> together = atTheGate) {
        def first = (1..AT_ONCE).collect { ask('a', it, together) }
        new PollingConditions(timeout: 10).eventually { assert done.size() == AT_ONCE }
        def others = (AT_ONCE + 1..count).collect { n ->
            def future = ask('a', n, together)
            new PollingConditions(timeout: 10, delay: 0.002).eventually { assert threads.size() == n && threads[n - 1].state == Thread.State.WAITING }
            future
        }
        first + others
    }

    def 'who asks alone goes alone, at once'() {
        given:
        gate.countDown()

        expect:
        (1..3).collect { coalescer.ask('a', it, atTheGate) } == ['<1>', '<2>', '<3>']
        done == [[1], [2], [3]]
    }

    def 'those who come while as many as may are under way go together, and each gets his own'() {
        given:
        def asked = crowd(5)

        when:
        gate.countDown()

        then:
        asked*.get(10, TimeUnit.SECONDS) == (1..5).collect { "<$it>".toString() }
        done.toSorted { it.toString() } == [[1], [2], [3, 4, 5]]
    }

    def 'no more go together than may'() {
        given:
        def asked = crowd(AT_ONCE + 2 * MOST + 1)

        when:
        gate.countDown()

        then:
        asked*.get(10, TimeUnit.SECONDS) == (1..asked.size()).collect { "<$it>".toString() }
        done*.size().max() == MOST
        done.flatten().toSorted() == (1..asked.size()).toList()
    }

    def 'who has nothing in common does not wait'() {
        given:
        def asked = crowd(3)

        expect:
        coalescer.ask('b', 9, { [it.first() + '!'] }) == '9!'

        when:
        gate.countDown()

        then:
        asked*.get(10, TimeUnit.SECONDS) == ['<1>', '<2>', '<3>']
    }

    def 'nobody fails for another: after a failure each is done by himself'() {
        given:
        def asked = crowd(6) { List<Integer> some ->
            def all = atTheGate.apply(some)
            if (5 in some) {
                throw new IllegalStateException('five')
            }
            all
        }

        when:
        gate.countDown()

        then:
        asked.findAll { it != asked[4] }*.get(10, TimeUnit.SECONDS) == ['<1>', '<2>', '<3>', '<4>', '<6>']

        when:
        asked[4].get(10, TimeUnit.SECONDS)

        then:
        def failed = thrown(Exception)
        failed.cause.message == 'five'
        done.findAll { it.size() == 1 }*.first().toSorted() == [1, 2, 3, 4, 5, 6]
    }

    def 'a thousand who ask at random each get their own, in fewer doings, and nothing is kept'() {
        given:
        def doings = new AtomicInteger()
        def random = new Random(7)

        when:
        def asked = (1..1000).collect { n ->
            def shape = 'abc'[random.nextInt(3)]
            ask(shape, n) { List<Integer> some ->
                doings.incrementAndGet()
                Thread.yield()
                some.collect { "$shape$it".toString() }
            }.with { future -> [n, shape, future] }
        }

        then:
        asked.every { n, shape, future -> ((Future<String>) future).get(20, TimeUnit.SECONDS) == "$shape$n".toString() }
        doings.get() <= 1000
        coalescer.@lines.isEmpty()
    }
}
