package io.armature.engine.write

/** How often a write goes to the database and back, the end of the transaction included. */
class BudgetSpec extends WriteSpecification {
    def 'a record with #count lines, number, audit and event takes #trips trips'() {
        given: 'a counter that has handed out its block'
        def body = [name: 'Ada', currency: 'EUR']
        def reader = new ChangeReader(model, false)
        def invoice = { Object customer -> [customer: customer, lines: (1..count).collect { [description: "$it".toString(), price: it] }] }
        def customer = create('customer', body)

        expect: 'the gapless counter, the customer copied from and then locked, its other invoices, the flush with the commit'
        counted.during { create('invoice', invoice(customer)) } == trips

        where:
        count || trips
        1     || 5
        5     || 5
        50    || 5
    }

    def 'a record without number goes in one trip, the commit included'() {
        expect:
        counted.during { create('party', [name: 'Ada']) } == 1
    }

    def 'a change of one field takes a look and a trip'() {
        given:
        def id = create('party', [name: 'Ada'])

        expect:
        counted.during { update('party', id, [name: 'Bob']) } == 2
    }

    def 'a hundred records take no more trips than one'() {
        given:
        def changes = (1..100).collect { new ChangeReader(model, false).create(entity('party'), json([name: "P$it".toString()]), "create[$it]".toString()) }

        expect:
        counted.during { records.changeAll(context, changes, WriteOptions.DEFAULT) } == 2
    }
}
