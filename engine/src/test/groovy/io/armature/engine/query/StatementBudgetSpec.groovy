package io.armature.engine.query

import io.armature.engine.query.request.RecordQueryParser

/** Whatever is expanded, counted or grouped: a request runs one statement. */
class StatementBudgetSpec extends ReadingSpec {
    def counting = new CountingSource(source)
    def counted = reader(counting.source)

    def setupSpec() {
        def party = insert('shop$party', [name: 'Ann'])
        insert('shop$customer', [id: party])
        20.times { n ->
            def order = insert('shop$order', [number: "O$n" as String, customer: party])
            3.times { insert('shop$line', [order: order, item: 'x', _position: it]) }
        }
    }

    def 'a list of #asked is one statement'() {
        when:
        counted.list(context(), query('shop.order', asked))

        then:
        counting.statements.get() == 1

        where:
        asked << [
            [:],
            [fields: '*,customer(*,country(*),tags(*),orders(*)),lines(*,parts(*),order(customer(name))),parent(*),children(*)'],
            [fields: 'number,customer(name)', count: 'exact', sort: '-customer.name', limit: 3],
            [count: 'estimate', q: 'o1'],
            [groupBy: 'customer.name', measures: 'count()'],
            [asOf: '2030-01-01T00:00:00Z', fields: 'number,lines(*),customer(tags)'],
        ]
    }

    def 'one record with everything around it is one statement'() {
        given:
        def id = UUID.fromString(list('shop.order', [limit: 1]).data[0].id as String)

        when:
        counted.one(context(), RecordQueryParser.ofUrlForOne('shop.order', [fields: ['*,customer(*,orders(*)),lines(*)']]), 'id', id).get()

        then:
        counting.statements.get() == 1
    }
}
