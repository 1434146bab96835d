package io.armature.engine.query.request

import static io.armature.engine.query.request.RecordQueryParser.ofJson
import static io.armature.engine.query.request.RecordQueryParser.ofUrl
import static io.armature.engine.query.request.RecordQueryParser.ofUrlForOne

import com.fasterxml.jackson.databind.ObjectMapper
import io.armature.engine.query.request.Grouping.Function
import io.armature.metadata.problem.ProblemException
import java.time.Instant
import spock.lang.Specification

class RecordQueryParserSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()

    def 'no parameters read the first fifty records'() {
        expect:
        ofUrl('crm.customer', [:]) == RecordQuery.all('crm.customer')
    }

    def 'a URL and JSON that say the same are the same query'() {
        given:
        def url = ofUrl('crm.customer', [
            filter: ["status == 'lead'"], sort: ['-created_at,country.name'], fields: ['name,customer(name,lines(*))'],
            limit: ['10'], offset: ['20'], count: ['exact'], q: [' jo '], deleted: ['any'], asOf: ['2026-01-31T12:00:00Z'],
        ])
        def json = ofJson('crm.customer', JSON.readTree('''{
            "filter": "status == 'lead'", "sort": ["-created_at", "country.name"], "fields": ["name", "customer(name,lines(*))"],
            "limit": 10, "offset": 20, "count": "exact", "q": "jo", "deleted": "any", "asOf": "2026-01-31T13:00:00+01:00"
        }'''))

        expect:
        url == json
        url.sort() == [new SortKey('created_at', true), new SortKey('country.name', false)]
        url.page() == new Page.Offset(20)
        url.deletion() == Deletion.INCLUDED
        url.asOf().get() == Instant.parse('2026-01-31T12:00:00Z')
        url.fields()[1].nested()[1] == new FieldSelection('lines', [FieldSelection.of('*')])
    }

    def 'from its end a list is in the very opposite order: #given'() {
        expect:
        ofUrl('crm.customer', given.collectEntries { name, value -> [name, [value]] } + [reverse: ['true']]).sort() ==
            expected.collect { name, descending -> new SortKey(name, descending, true) }

        where:
        given                                      | expected
        [:]                                        | [id: true]
        [sort: '-created_at,name']                 | [created_at: false, name: true]
        [groupBy: 'status', measures: 'count()']   | [status: true]
    }

    def 'groups and measures have names'() {
        when:
        def grouping = ofJson('sales.order', JSON.readTree('''{
            "groupBy": ["status", "month: startOf(date, 'month')"], "measures": ["count()", "revenue: sum(total)", "avg(qty * 2)"],
            "having": "sum(total) > 10 && count() > 1 && status != 'sum(total)'"
        }''')).grouping().get()

        then:
        grouping.keys()*.name() == ['status', 'month']
        grouping.keys()*.expression() == ['status', "startOf(date, 'month')"]
        grouping.measures()*.name() == ['count', 'revenue', 'avg_qty_2']
        grouping.measures()*.function() == [Function.COUNT, Function.SUM, Function.AVG]
        grouping.having().get() == "revenue > 10 && count > 1 && status != 'sum(total)'"
    }

    def 'measures may be an object of names'() {
        expect:
        ofJson('a.b', JSON.readTree('{"measures": {"revenue": "sum(total)"}}')).grouping().get().measures()*.name() == ['revenue']
    }

    def 'parameter #name=#value is refused with #code'() {
        when:
        ofUrl('crm.customer', [(name): [value]])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()*.code()*.id() == [code]
        refusal.problems().every { !it.message(Locale.ENGLISH).contains('{') && !it.hint(Locale.FRENCH).empty }

        where:
        name       | value                              || code
        'limt'     | '5'                                || 'AR-104'
        'limit'    | '-1'                               || 'AR-132'
        'limit'    | '1001'                             || 'AR-132'
        'limit'    | '5; drop table x'                  || 'AR-132'
        'limit'    | '99999999999999999999'             || 'AR-132'
        'limit'    | '٣'                                || 'AR-132'
        'offset'   | '1e3'                              || 'AR-132'
        'count'    | 'yes'                              || 'AR-133'
        'deleted'  | 'maybe'                            || 'AR-133'
        'q'        | 'x' * 201                          || 'AR-134'
        'asOf'     | 'yesterday'                        || 'AR-135'
        'asOf'     | "2026-01-31' or 1=1"               || 'AR-135'
        'having'   | 'count > 1'                        || 'AR-137'
        'sort'     | 'name,'                            || 'AR-141'
        'sort'     | '-'                                || 'AR-141'
        'sort'     | (['name'] * 17).join(',')          || 'AR-138'
        'measures' | 'median(total)'                    || 'AR-140'
        'measures' | 'sum()'                            || 'AR-140'
        'measures' | 'count(),count()'                  || 'AR-139'
        'measures' | (['count()'] * 51).join(',')       || 'AR-138'
        'fields'   | 'name,'                            || 'AR-142'
        'fields'   | 'customer(name'                    || 'AR-142'
        'fields'   | 'customer()'                       || 'AR-142'
        'fields'   | 'name)'                            || 'AR-142'
        'fields'   | 'name"; drop table customer'       || 'AR-142'
        'fields'   | '(' * 100_000                      || 'AR-142'
        'fields'   | 'a(' * 9 + 'a' + ')' * 9           || 'AR-143'
        'fields'   | 'a(' * 100_000                     || 'AR-143'
        'fields'   | (['a'] * 2001).join(',')           || 'AR-144'
    }

    def 'an unknown parameter is answered with the one probably meant'() {
        when:
        ofUrl('crm.customer', [limt: ['5']])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].hint(Locale.ENGLISH).contains('`limit`')
    }

    def 'all that is wrong with the parameters is told at once'() {
        when:
        ofUrl('crm.customer', [limt: ['5'], filter: ['a', 'b'], srot: ['x']])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()*.code()*.id().sort() == ['AR-104', 'AR-104', 'AR-130']
    }

    def 'a cursor and an offset exclude each other'() {
        when:
        ofUrl('crm.customer', [cursor: ['x'], offset: ['1']])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == 'AR-136'
    }

    def 'JSON #json is refused'() {
        when:
        ofJson('crm.customer', JSON.readTree(json))

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == code

        where:
        json                             || code
        '[]'                             || 'AR-131'
        '"x"'                            || 'AR-131'
        '{"filter": ["a"]}'              || 'AR-131'
        '{"filter": {"$ne": 1}}'         || 'AR-131'
        '{"limit": 1.5}'                 || 'AR-131'
        '{"limit": "x"}'                 || 'AR-132'
        '{"fields": [1]}'                || 'AR-131'
        '{"measures": {"a": 1}}'         || 'AR-131'
        '{"$where": "1"}'                || 'AR-104'
    }

    def 'one record takes no filter'() {
        when:
        ofUrlForOne('crm.customer', [filter: ['true']])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == 'AR-104'
    }
}
