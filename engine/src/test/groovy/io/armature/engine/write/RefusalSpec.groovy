package io.armature.engine.write

class RefusalSpec extends WriteSpecification {
    def '#what is told with its place'() {
        expect:
        refusal { write(name, value) } == refused

        where:
        what                          | name       | value                                              || refused
        'a missing value'             | 'party'    | [:]                                                || ['AR-401 name']
        'an empty text'               | 'party'    | [name: '']                                         || ['AR-401 name']
        'an unknown field'            | 'party'    | [name: 'Ada', emial: 'x']                          || ['AR-415 emial']
        'a wrong type'                | 'party'    | [name: 1]                                          || ['AR-402 name']
        'a wrong form'                | 'party'    | [name: 'Ada', email: 'x']                          || ['AR-402 email']
        'a long text'                 | 'party'    | [name: 'A' * 101]                                  || ['AR-404 name']
        'a zero character'            | 'party'    | [name: 'A\0']                                      || ['AR-420 name']
        'half a character'            | 'party'    | [name: 'A\ud800']                                  || ['AR-420 name']
        'a read-only field'           | 'customer' | [name: 'Ada', code: 'X']                           || ['AR-409 code']
        'a computed field'            | 'customer' | [name: 'Ada', shout: 'X', turnover: 1]             || ['AR-409 shout', 'AR-409 turnover']
        'a system field'              | 'customer' | [name: 'Ada', created_at: '2026-01-01T00:00:00Z']  || ['AR-409 created_at']
        'an unknown option'           | 'customer' | [name: 'Ada', status: 'x']                         || ['AR-406 status']
        'a number too small'          | 'customer' | [name: 'Ada', credit_limit: -1, currency: 'EUR']   || ['AR-403 credit_limit']
        'a broken check'              | 'customer' | [name: 'Ada', credit_limit: 1]                     || ['AR-410']
        'what is wrong in lines'      | 'invoice'  | [lines: [[price: 1], [description: 'x', qty: 'y']]] || ['AR-401 customer', 'AR-402 lines[1].qty']
        'all that lacks'              | 'invoice'  | [status: 'sent', lines: [[price: 1], [description: 'x']]] ||
            ['AR-401 customer', 'AR-401 lines[0].description', 'AR-401 lines[1].price', 'AR-401 sent_to']
        'no object'                   | 'party'    | [1]                                                || ['AR-402']
        'no list of lines'            | 'invoice'  | [lines: 1]                                         || ['AR-401 customer', 'AR-402 lines']
        'a number beyond all numbers' | 'sample'   | '{"exact": 1e200000}'                              || ['AR-403 exact']
        'a whole number too large'    | 'sample'   | '{"small": 9223372036854775808}'                   || ['AR-403 small']
    }

    def 'a value that must be unique is told by its field, in one row or in many'() {
        given:
        def email = "${fresh()}@example.org"
        create('party', [name: 'Ada', email: email])

        expect:
        refusal { write('party', [name: 'Bob', email: email]) } == ['AR-408 email']
        refusal {
            records.changeAll(context, [
                new ChangeReader(model, false).create(entity('party'), json([name: 'A']), 'create[0]'),
                new ChangeReader(model, false).create(entity('party'), json([name: 'B', email: email]), 'create[1]')],
                WriteOptions.DEFAULT)
        } == ['AR-408 create[1].email']
    }

    def 'values that are unique together are told by the first of them'() {
        given:
        def limit = Math.abs(new Random().nextInt())
        create('customer', [name: 'Ada', currency: 'EUR', credit_limit: limit])

        expect:
        refusal { write('customer', [name: 'Bob', currency: 'EUR', credit_limit: limit]) } == ['AR-408 currency']
        create('customer', [name: 'Bob', currency: 'USD', credit_limit: limit])
    }

    def 'nothing is kept of a refused request'() {
        given:
        def before = ['shop$invoice', 'shop$line', 'sys$audit', 'sys$outbox'].collect { count(it) }

        when:
        refusal { write('invoice', [customer: UUID.randomUUID(), lines: [[description: 'x', price: 1]]]) } == ['AR-407 customer']

        then:
        ['shop$invoice', 'shop$line', 'sys$audit', 'sys$outbox'].collect { count(it) } == before
    }
}
