package io.armature.engine.write

import io.armature.engine.record.Asked
import io.armature.metadata.problem.ProblemException
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger

class ConcurrencySpec extends WriteSpecification {
    def 'of two writers who saw the same version one wins'() {
        given:
        def id = create('party', [name: 'Ada'])

        when:
        def outcomes = together(8) { n -> refusal { update('party', id, [name: "Name $n".toString()], 1) } }

        then:
        outcomes.count { it == [] } == 1
        outcomes.count { it == ['AR-411'] } == 7
        row('party', id).version == 2
    }

    def 'writers who name no version come one after the other'() {
        given:
        def id = create('party', [name: 'Ada'])

        when:
        together(8) { n -> (1..5).each { update('party', id, [name: "Name $n $it".toString()]) } }

        then:
        row('party', id).version == 41
        audit(id)*.version == (1..41).toList()
    }

    def 'gap-free numbers have no gap and no twin, whoever fails between'() {
        given:
        def customer = create('customer', [name: 'Ada'])
        def before = numbers().size()
        def failures = new AtomicInteger()

        when:
        together(8) { n ->
            (1..10).each {
                def bad = it % 3 == 0
                def refused = refusal { write('invoice', [customer: bad ? UUID.randomUUID() : customer, lines: [[description: 'x', price: 1]]]) }
                assert refused == (bad ? ['AR-407 customer'] : [])
                failures.addAndGet(refused.size())
            }
        }

        then:
        failures.get() == 24
        numbers().size() == before + 56
        numbers() == (1..(before + 56)).collect { String.format('INV-%05d', it) }
    }

    def 'fast numbers have no twin'() {
        when:
        together(8) { n -> (1..25).each { create('customer', [name: "C$n".toString()]) } }
        def codes = sql.rows('select code from main."shop$customer"')*.code

        then:
        codes.size() >= 200
        codes.toSet().size() == codes.size()
    }

    def 'a request repeated at once under one key makes one record'() {
        given:
        def body = [name: fresh()]
        def asked = new Asked(WriteOptions.DEFAULT, Optional.empty(), Optional.of(key(fresh(), body)))

        when:
        def ids = together(8) { write('party', body, asked).id() }

        then:
        ids.toSet().size() == 1
        count('shop$party', "name = '$body.name'") == 1
    }

    def 'an upsert at once makes one record'() {
        given:
        def external = fresh()

        when:
        def ids = together(8) { n ->
            upserts.put(context, entity('party'), external, json([name: "N$n".toString()]), Asked.QUIETLY).written().id()
        }

        then:
        ids.toSet().size() == 1
        count('shop$party', "external_id = '$external'") == 1
    }

    def 'lines written at once by themselves add up'() {
        given:
        def id = create('invoice', [customer: create('customer', [name: 'Ada']), lines: (1..8).collect { [description: "$it".toString(), price: 0] }])
        def all = lines(id)*.id

        when:
        together(8) { n -> update('line', all[n], [price: n + 1]) }

        then:
        row('invoice', id).total == 36
        row('customer', row('invoice', id).customer).turnover == 36
    }

    def 'two moves in a tree close no circle'() {
        given:
        def (a, b) = [create('category', [name: 'a']), create('category', [name: 'b'])]

        when:
        def outcomes = together(2) { n -> refusal { update('category', n == 0 ? a : b, [parent: n == 0 ? b : a]) } }

        then:
        outcomes.sort() == [[], ['AR-402 parent']]
    }

    private List<String> numbers() {
        sql.rows('select number from main."shop$invoice" order by number')*.number
    }

    /** Runs the work on several threads that begin together; what each returned. */
    private static List together(int threads, Closure work) {
        def barrier = new CyclicBarrier(threads)
        def pool = Executors.newFixedThreadPool(threads)
        try {
            def running = (0..<threads).collect { n ->
                pool.submit({
                    barrier.await()
                    work(n)
                } as java.util.concurrent.Callable)
            }
            running*.get()
        } finally {
            pool.shutdown()
        }
    }
}
