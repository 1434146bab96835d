package io.armature.engine.query

import io.armature.engine.query.request.Cursors
import io.armature.metadata.problem.ProblemException

/** Nothing a caller writes becomes SQL, and nothing he writes breaks more than his own request. */
class HostileReadingSpec extends ReadingSpec {
    static final String INJECTION = "x'; drop table main.\"shop\$order\"; --"

    def setupSpec() {
        ['a', 'b', 'c', 'd'].each { insert('shop$order', [number: it, total: 0g]) }
    }

    def 'the request #asked is refused with #code'() {
        when:
        list('shop.order', asked)

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == code

        where:
        asked                                                    || code
        [filter: INJECTION]                                      || 'AR-230'
        [filter: "number == 'x' or 1=1"]                         || 'AR-230'
        [filter: 'number']                                       || 'AR-147'
        [filter: 'nmber == 1']                                   || 'AR-232'
        [filter: 'number == 1']                                  || 'AR-231'
        [filter: '(' * 50_000]                                   || 'AR-234'
        [filter: "customer.password == 'x'"]                     || 'AR-153'
        [filter: "any(children, customer.password == 'x')"]      || 'AR-153'
        [sort: 'customer.password']                              || 'AR-153'
        [groupBy: 'customer.password']                           || 'AR-153'
        [measures: 'max(customer.password)']                     || 'AR-153'
        [fields: 'customer(password)']                           || 'AR-153'
        [sort: 'nmber']                                          || 'AR-232'
        [sort: 'lines']                                          || 'AR-239'
        [sort: 'extra']                                          || 'AR-146'
        [sort: "number\"; drop table x"]                         || 'AR-230'
        [fields: 'nmber']                                        || 'AR-415'
        [fields: 'customer(nmae)']                               || 'AR-415'
        [fields: 'number(x)']                                    || 'AR-145'
        [measures: 'sum(number)']                                || 'AR-150'
        [groupBy: 'status', fields: 'number']                    || 'AR-152'
        [groupBy: 'status', having: 'cuont > 1']                 || 'AR-232'
        [groupBy: 'status', sort: 'total']                       || 'AR-232'
        [q: 'a\0b']                                              || 'AR-154'
        [filter: "number in ['${(1..5_000).join("','")}']" as String] || 'AR-234'
        [cursor: 'x']                                            || 'AR-111'
        [cursor: '../../etc/passwd']                             || 'AR-111'
        [cursor: 'A' * 100_000]                                  || 'AR-111'
    }

    def 'what looks like SQL is text: #asked'() {
        expect:
        list('shop.order', [fields: 'number'] + asked).data == []
        values('shop.order', [fields: 'number']).size() == 4

        where:
        asked << [
            [filter: "number == 'x\\'; drop table order; --'"], [filter: 'number == "\' or true or \'"'], [q: INJECTION], [q: '%\' or 1=1'],
            [filter: "number in ['${(1..1_000).join("','")}']" as String],
        ]
    }

    def 'names of groups are quoted'() {
        expect:
        list('shop.order', [groupBy: "'\"; drop table x; --' + number", measures: 'count()', limit: 1]).data[0].keySet()*.toString() ==
            ["'\"; drop table x; --' + number", 'count']
    }

    def 'a cursor serves its own list only: not with #other'() {
        given:
        def asked = [filter: "number != 'x'", sort: 'number', limit: 2]
        def cursor = list('shop.order', asked).page.next

        expect:
        list('shop.order', asked + [cursor: cursor]).data*.number == ['c', 'd']
        list('shop.order', asked + [cursor: cursor, fields: 'number', limit: 1]).data == [[number: 'c']]

        when:
        list('shop.order', asked + other + [cursor: cursor], context(tenant: tenant))

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == 'AR-111'

        where:
        other                     | tenant
        [filter: "number != 'y'"] | 'main'
        [sort: '-number']         | 'main'
        [q: 'a']                  | 'main'
        [deleted: 'any']          | 'main'
        [:]                       | 'other'
    }

    def 'a cursor changed in any place, or signed by another key, is refused'() {
        given:
        def asked = query('shop.order', [sort: 'number', limit: 1])
        def cursor = new Cursors('a key that nobody knows'.bytes).write('main', asked, ['a'.bytes, null])
        def refused = { String text ->
            try {
                new Cursors('a key that nobody knows'.bytes).read('main', asked, text)
                false
            } catch (ProblemException refusal) {
                refusal.problems()[0].code().id() == 'AR-111'
            }
        }

        expect:
        new Cursors('a key that nobody knows'.bytes).read('main', asked, cursor) == ['a', null]
        (0..<cursor.length()).every { refused(cursor[0..<it] + (cursor[it] == 'B' ? 'C' : 'B') + cursor.substring(it + 1)) }
        (0..<cursor.length()).every { refused(cursor[0..<it]) }
        refused(new Cursors('another key'.bytes).write('main', asked, ['a'.bytes, null]))
    }
}
