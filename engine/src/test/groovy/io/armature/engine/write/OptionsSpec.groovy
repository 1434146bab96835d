package io.armature.engine.write

import io.armature.engine.record.Asked
import io.armature.metadata.problem.ProblemException

class OptionsSpec extends WriteSpecification {
    static final WriteOptions TRY = new WriteOptions(true, OptionalLong.empty(), false)

    def 'a dry run computes all and keeps nothing, not even a number'() {
        given:
        def customer = create('customer', [name: 'Ada'])
        def before = ['shop$invoice', 'shop$line', 'sys$audit', 'sys$outbox', 'sys$counter'].collect { count(it) }
        def body = [customer: customer, lines: [[description: 'a', qty: 3, price: 2]]]

        when:
        def answer = records.create(context, entity('invoice'), json(body), new Asked(TRY, Optional.of(shown('invoice', 'number,total,lines(amount)')), Optional.empty()))
        def shown = JSON.readTree(answer.representation().get().json())

        then:
        shown.get('total').decimalValue() == 6
        shown.get('number').asText() ==~ /INV-\d{5}/
        shown.get('lines').size() == 1
        ['shop$invoice', 'shop$line', 'sys$audit', 'sys$outbox', 'sys$counter'].collect { count(it) } == before

        and: 'the number goes to the next one'
        row('invoice', create('invoice', body)).number == shown.get('number').asText()
    }

    def 'a dry run is refused like a real one'() {
        expect:
        refusal { records.create(context, entity('customer'), json([credit_limit: 1]), new Asked(TRY, Optional.empty(), Optional.empty())) } ==
            ['AR-410', 'AR-401 name']
    }

    def 'no more records change than allowed'() {
        given:
        def body = [customer: create('customer', [name: 'Ada']), lines: [[description: 'a', price: 1], [description: 'b', price: 1]]]

        expect: 'an invoice, two lines, and the customer whose turnover moves'
        refusal { write('invoice', body, limited(3)) } == ['AR-413']
        write('invoice', body, limited(4)).version() == 1
    }

    def 'a key used for another request is refused'() {
        given:
        def name = fresh()
        def body = [name: 'Ada']
        def first = write('party', body, keyed(name, body))

        expect:
        write('party', body, keyed(name, body)).id() == first.id()
        refusal { write('party', [name: 'Bob'], keyed(name, [name: 'Bob'])) } == ['AR-414']

        and: 'what was refused has used up no key'
        def other = fresh()
        refusal { write('party', [:], keyed(other, [name: 'Ada'])) } == ['AR-401 name']
        write('party', [name: 'Ada'], keyed(other, [name: 'Ada'])).version() == 1
    }

    def 'a foreign key makes a record, then replaces it'() {
        given:
        def external = fresh()

        when:
        def made = upserts.put(context, entity('party'), external, json([name: 'Ada', email: "$external@example.org".toString()]), Asked.QUIETLY).written()
        def replaced = upserts.put(context, entity('party'), external, json([name: 'Bob', external_id: external]), Asked.QUIETLY).written()

        then:
        made.outcome() == Written.Outcome.CREATED
        replaced.outcome() == Written.Outcome.UPDATED
        replaced.id() == made.id()
        row('party', made.id()).name == 'Bob'
        row('party', made.id()).email == null
        refusal { upserts.put(context, entity('party'), external, json([name: 'x', external_id: 'other']), Asked.QUIETLY) } == ['AR-409 external_id']
    }

    private Asked keyed(String name, Map body) {
        new Asked(WriteOptions.DEFAULT, Optional.empty(), Optional.of(key(name, body)))
    }

    private static Asked limited(long most) {
        new Asked(new WriteOptions(false, OptionalLong.of(most), false), Optional.empty(), Optional.empty())
    }
}
