package io.armature.engine.query

class RecordReaderSpec extends ReadingSpec {
    def 'smoke'() {
        given:
        def france = insert('shop$country', [code: 'FR', name: 'France'])
        def party = insert('shop$party', [name: 'Ann', country: france])
        insert('shop$customer', [id: party, email: 'a@b.c', credit_limit: 12.50g])
        def order = insert('shop$order', [number: 'O1', customer: party, total: 10.20g])
        insert('shop$line', [order: order, item: 'x', qty: 2g, price: 3.5g, _position: 1])

        expect:
        println text('shop.customer')
        println text('shop.order', [fields: 'number,customer(name,country(code,name),orders(number)),lines(*)', count: 'exact'])
        println text('shop.order', [count: 'estimate', fields: 'number'])
        println text('shop.customer', [groupBy: 'name', measures: 'count(),sum(owing)', having: 'count() > 0'])
        println text('shop.customer', [q: 'AN B.c'])
        println text('shop.customer', [asOf: '2036-01-01T00:00:00Z'])
    }
}
