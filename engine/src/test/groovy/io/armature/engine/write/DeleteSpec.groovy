package io.armature.engine.write

class DeleteSpec extends WriteSpecification {
    def 'a deletion is soft, takes the lines along, and can be undone'() {
        given:
        def customer = create('customer', [name: 'Ada'])
        def id = create('invoice', [customer: customer, lines: [[description: 'a', price: 1], [description: 'b', price: 2]]])
        def gone = lines(id).first().id
        delete('line', gone)

        when:
        def deleted = delete('invoice', id)

        then:
        deleted.version() == 3
        row('invoice', id).deleted_at
        lines(id) == []
        row('customer', customer).turnover == null || row('customer', customer).turnover == 0
        audit(id).last().action == 'delete'
        refusal { update('invoice', id, [notes: 'x']) } == ['AR-416']
        refusal { delete('invoice', id) } == ['AR-416']

        when:
        restore('invoice', id)

        then: 'with the lines that went with it, not those that went before'
        row('invoice', id).deleted_at == null
        lines(id)*.description == ['b']
        row('customer', customer).turnover == 2
        audit(id).last().action == 'restore'
    }

    def 'without soft delete a record goes for good'() {
        given:
        def id = create('category', [name: 'a'])

        when:
        delete('category', id)

        then:
        row('category', id) == null
        refusal { delete('category', id) } == ['AR-101']
    }

    def 'a record that others need stays'() {
        given:
        def country = create('country', [code: fresh().take(1) + new Random().nextInt(9), name: 'France'])
        def customer = create('customer', [name: 'Ada', country: country])
        create('invoice', [customer: customer])

        expect:
        refusal { delete('country', country) } == ['AR-412']
        refusal { delete('customer', customer) } == ['AR-412']
    }

    def 'what a deleted record had is free again'() {
        given:
        def email = "${fresh()}@example.org"
        def first = create('party', [name: 'Ada', email: email])
        delete('party', first)

        when:
        create('party', [name: 'Bob', email: email])

        then:
        refusal { restore('party', first) } == ['AR-408 email']
    }

    def 'what is not there is not found'() {
        expect:
        refusal { update('party', UUID.randomUUID(), [name: 'x']) } == ['AR-101']
        refusal { delete('party', UUID.randomUUID()) } == ['AR-101']
        refusal { restore('party', UUID.randomUUID()) } == ['AR-101']
    }
}
