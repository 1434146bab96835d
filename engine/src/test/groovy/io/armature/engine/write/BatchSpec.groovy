package io.armature.engine.write

import io.armature.engine.record.Batches
import io.armature.engine.record.RowResult
import spock.lang.Shared

class BatchSpec extends WriteSpecification {
    @Shared Batches batches = new Batches(records, partial)

    def 'a batch is written whole'() {
        given:
        def ids = (1..3).collect { create('party', [name: "P$it".toString()]) }

        when:
        def results = run([create: [[name: 'New']], update: [[id: ids[0], name: 'Changed', version: 1]], delete: [ids[1], [id: ids[2], version: 1]]])

        then:
        results*.path() == ['delete[0]', 'delete[1]', 'update[0]', 'create[0]']
        results.every { it.problems().empty }
        row('party', ids[0]).name == 'Changed'
        row('party', ids[1]).deleted_at
    }

    def 'one bad row keeps all out, and all that is wrong is told'() {
        given:
        def before = count('shop$party')

        expect:
        refusal { run([create: [[name: 'A'], [:], [name: 'B', emial: 'x'], [name: 1]]]) } == ['AR-402 create[3].name', 'AR-415 create[2].emial'].sort { it.tokenize(' ').last() }
        refusal { run([create: [[name: 'A'], [:]], update: [[id: UUID.randomUUID(), name: 'x']]]) }.toSet() == ['AR-101 update[0]', 'AR-401 create[1].name'].toSet()
        count('shop$party') == before
    }

    def 'rows alone are written where they can be'() {
        given:
        def email = "${fresh()}@example.org".toString()
        create('party', [name: 'There', email: email])
        def rows = (0..<40).collect { n -> n == 7 ? [name: 'Twin', email: email] : n == 20 ? [:] : n == 33 ? [name: 5] : [name: "Row $n".toString()] }

        when:
        def results = run([create: rows, atomic: false])

        then:
        results.size() == 40
        results.findIndexValues { !it.problems().empty } == [7, 20, 33]
        results[7].problems()[0].toString().startsWith('create[7].email AR-408')
        results[20].problems()[0].toString().startsWith('create[20].name AR-401')
        results[33].problems()[0].toString().startsWith('create[33].name AR-402')
        count('shop$party', "name like 'Row %'") == 37
    }

    def 'records of one batch can name each other by key'() {
        given:
        def external = fresh()

        when:
        def results = run('category', [create: [[name: 'child', parent: [external_id: external]], [name: 'root', external_id: external]]])

        then:
        row('category', results[0].written().get().id()).parent == results[1].written().get().id()
    }

    def 'what is no batch is refused'() {
        expect:
        refusal { run(body) } == refused

        where:
        body                         || refused
        [1]                          || ['AR-402']
        [creat: []]                  || ['AR-415 creat']
        [create: 1]                  || ['AR-402 create']
        [delete: ['x']]              || ['AR-402 delete[0]']
        [update: [[name: 'x']]]      || ['AR-401 update[0].id']
    }

    def 'a record may stand in a batch once'() {
        given:
        def id = create('party', [name: 'Ada'])

        expect:
        refusal { run([update: [[id: id, name: 'A'], [id: id, name: 'B']]]) } == ['AR-408 update[1]']
    }

    private List<RowResult> run(String name = 'party', Object body) {
        batches.run(context, entity(name), json(body), WriteOptions.DEFAULT)
    }
}
