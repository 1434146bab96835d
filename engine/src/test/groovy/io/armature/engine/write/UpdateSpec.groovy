package io.armature.engine.write

class UpdateSpec extends WriteSpecification {
    def 'only what is named changes, and the version counts'() {
        given:
        def id = create('customer', [name: 'Ada', currency: 'EUR'])

        when:
        def written = update('customer', id, [currency: 'USD'])

        then:
        written.version() == 2
        row('party', id).name == 'Ada'
        row('party', id).version == 2
        row('customer', id).currency == 'USD'
        audit(id).last() == [version: 2, action: 'update', changes: [currency: ['EUR', 'USD']]]
    }

    def 'what changes nothing writes nothing'() {
        given:
        def id = create('customer', [name: 'Ada', currency: 'EUR'])
        def code = row('customer', id).code

        when:
        def written = update('customer', id, [currency: 'EUR', code: code])

        then:
        !written.changed()
        written.version() == 1
        audit(id).size() == 1
        count('sys$outbox', "record = '$id'") == 1
    }

    def 'another version than the one expected is refused'() {
        given:
        def id = create('party', [name: 'Ada'])
        update('party', id, [name: 'Bob'], 1)

        expect:
        refusal { update('party', id, [name: 'Cyd'], 1) } == ['AR-411']
        refusal { update('party', id, [name: 'Cyd', version: 1]) } == ['AR-411']
        refusal { delete('party', id, 1) } == ['AR-411']
        update('party', id, [name: 'Cyd', version: 2]).version() == 3
    }

    def 'a whole representation empties what it leaves out, but for what it cannot name'() {
        given:
        def key = fresh()
        def id = create('customer', [name: 'Ada', email: "$key@example.org", currency: 'EUR', status: 'active', external_id: key])
        def code = row('customer', id).code

        when:
        put('customer', id, [id: id, version: 1, code: code, name: 'Ada', turnover: 5, shout: 'ADA'])

        then:
        row('party', id).email == null
        row('party', id).external_id == key
        row('customer', id).currency == null
        row('customer', id).status == 'lead'
        row('customer', id).code == code
        refusal { put('customer', id, [:]) } == ['AR-401 name']
    }

    def 'lines are added, changed and removed, others stay'() {
        given:
        def id = create('invoice', [customer: create('customer', [name: 'Ada']), lines: ('a'..'d').collect { [description: it, price: 1] }])
        def (a, b, c, d) = lines(id)*.id

        when:
        def written = update('invoice', id, [lines: [[id: c, _delete: true], [description: 'e', price: 10], [id: b, price: 2]]])

        then:
        written.version() == 2
        lines(id)*.description == ['a', 'b', 'd', 'e']
        lines(id)*.amount == [1, 2, 1, 10]
        lines(id)*.version == [1, 2, 1, 1]
        row('invoice', id).total == 14

        and: 'a line of another record cannot be reached'
        def other = create('invoice', [customer: create('customer', [name: 'Bob']), lines: [[description: 'z', price: 1]]])
        refusal { update('invoice', id, [lines: [[id: lines(other).first().id, price: 5]]]) } == ['AR-407 lines[0].id']
    }

    def 'a whole list of lines replaces them, in its order'() {
        given:
        def id = create('invoice', [customer: create('customer', [name: 'Ada']), lines: ('a'..'c').collect { [description: it, price: 1] }])
        def (a, b, c) = lines(id)*.id

        when:
        put('invoice', id, [customer: row('invoice', id).customer, lines: [[id: c, description: 'c', price: 1], [description: 'x', price: 1], [id: a, description: 'A', price: 1]]])

        then:
        lines(id)*.description == ['c', 'x', 'A']
        lines(id)*.id[0] == c
        lines(id)*.id[2] == a
        row('invoice', id).total == 3
    }

    def 'a line written by itself moves the totals above it'() {
        given:
        def customer = create('customer', [name: 'Ada'])
        def id = create('invoice', [customer: customer, lines: [[description: 'a', price: 1], [description: 'b', price: 2]]])
        def line = lines(id).first().id

        when:
        update('line', line, [price: 5])

        then:
        row('invoice', id).total == 7
        row('invoice', id).version == 2
        row('customer', customer).turnover == 7

        when:
        delete('line', line)

        then:
        row('invoice', id).total == 2
        row('customer', customer).turnover == 2

        and: 'a line that moves nothing moves nothing'
        def version = row('invoice', id).version
        update('line', lines(id).first().id, [description: 'B'])
        row('invoice', id).version == version
    }

    def 'many-to-many links are replaced, added and removed'() {
        given:
        def tags = (1..4).collect { create('tag', [name: fresh()]) }
        def id = create('customer', [name: 'Ada', tags: tags[0, 1]])

        when:
        update('customer', id, [tags: [add: [tags[2]], remove: [tags[0]]]])

        then:
        linked(id) == tags[1, 2]
        audit(id).last().changes == [tags: [tags[0, 1]*.toString(), tags[1, 2]*.toString()]]

        when:
        update('customer', id, [tags: tags[3, 1]])

        then:
        linked(id) == tags[3, 1]

        when:
        update('customer', id, [tags: []])

        then:
        linked(id) == []
    }

    def 'what may be set once stays'() {
        given:
        def id = create('invoice', [customer: create('customer', [name: 'Ada']), lines: []])
        update('invoice', id, [reference: 'A'])

        expect:
        refusal { update('invoice', id, [reference: 'B']) } == ['AR-409 reference']
        update('invoice', id, [reference: 'A', notes: 'x']).version() == 3
    }

    def 'read-only and required by expression hold'() {
        given:
        def id = create('invoice', [customer: create('customer', [name: 'Ada'])])

        expect:
        refusal { update('invoice', id, [status: 'sent']) } == ['AR-401 sent_to']
        update('invoice', id, [status: 'sent', sent_to: 'a@example.org']).version() == 2
        refusal { update('invoice', id, [sent_to: null]) } == ['AR-401 sent_to']
    }

    def 'no record of a tree comes under itself'() {
        given:
        def a = create('category', [name: 'a'])
        def b = create('category', [name: 'b', parent: a])
        def c = create('category', [name: 'c', parent: b])

        expect:
        refusal { update('category', a, [parent: c]) } == ['AR-402 parent']
        refusal { update('category', a, [parent: a]) } == ['AR-402 parent']
        update('category', c, [parent: a]).version() == 2

        and: 'this entity keeps no trail'
        audit(c) == []
    }

    private List linked(UUID id) {
        sql.rows('select target from main."shop$customer$tags" where source = ? order by position', [id])*.target
    }
}
