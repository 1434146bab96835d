package io.armature.engine.query

import groovy.json.JsonSlurper
import io.armature.engine.access.ReadAccess
import io.armature.engine.access.Rule
import io.armature.engine.query.request.RecordQueryParser
import io.armature.metadata.expression.ExpressionCompiler
import io.armature.metadata.problem.ProblemException
import spock.lang.Shared

class RecordReaderSpec extends ReadingSpec {
    @Shared UUID france = insert('shop$country', [code: 'FR', name: 'France'])
    @Shared UUID ann = insert('shop$party', [name: 'Ann', country: france])
    @Shared UUID bob = insert('shop$party', [name: 'Élodie "Bob"\n\\ \u0001 日本'])
    @Shared UUID red = insert('shop$tag', [name: 'red'])
    @Shared UUID blue = insert('shop$tag', [name: 'blue'])
    @Shared UUID first = UUID.fromString('00000000-0000-7000-8000-0000000000a1')
    @Shared UUID second = UUID.fromString('00000000-0000-7000-8000-0000000000a2')

    def setupSpec() {
        sql.execute("update main.\"shop\$country\" set name_i18n = '{\"de\": \"Frankreich\", \"fr-CA\": \"La France\"}'")
        insert('shop$customer', [id: ann, email: 'ann@example.com', credit_limit: 1000.10g])
        insert('shop$customer', [id: bob])
        sql.execute("update main.\"shop\$customer\" set about_entity = 'shop.tag', about = ? where id = ?", [red, ann])
        [blue, red].eachWithIndex { tag, i ->
            sql.execute('insert into main."shop$customer$tags" (source, target, position) values (?, ?, ?)', [ann, tag, i])
        }
        insert('shop$order', [id: first, number: 'O1', customer: ann, status: 'open', total: 10.20g, score: 7L, urgent: true])
        insert('shop$order', [id: second, number: 'O2', parent: first])
        sql.execute('''update main."shop$order" set placed = '2026-01-31', due = '2026-01-31T17:30:00+05:30', at = '08:05',
            takes = 'PT72H30M', marks = '{b,a}', extra = '{"a": [1, 2.50, null]}' where number = 'O1' ''')
        def line = insert('shop$line', [order: first, item: 'late', qty: 2g, price: 3.50g, _position: 2])
        insert('shop$line', [order: first, item: 'early', qty: 1g, price: 1g, _position: 1])
        sql.execute('update main."shop$line" set deleted_at = now() where id = ?', [insert('shop$line', [order: first, item: 'gone', _position: 3])])
        insert('shop$part', [shop_line_parts: line, name: 'screw', _position: 1])
    }

    def 'a value of #field is #json'() {
        expect:
        text('shop.order', [fields: field, filter: "number == 'O1'"]).startsWith("{\"data\":[{\"$field\":$json}]")
        text('shop.line', [fields: "order($field)", filter: "item == 'late'"]).contains("{\"$field\":$json}")
        text('shop.customer', [fields: "orders($field)", filter: "name == 'Ann'"])
            .replaceAll(/(?<=[:,\[{]) | (?=[:,\]}])/, '').contains("[{\"$field\":${json.replace(' ', '')}}]")

        where:
        field    || json
        'number' || '"O1"'
        'status' || '"open"'
        'placed' || '"2026-01-31"'
        'due'    || '"2026-01-31T12:00:00Z"'
        'at'     || '"08:05:00"'
        'takes'  || '"PT72H30M"'
        'total'  || '10.20'
        'urgent' || 'true'
        'score'  || '7'
        'marks'  || '["b","a"]'
        'extra'  || '{"a": [1, 2.50, null]}'
        'double' || '20.40'
        'parent' || 'null'
    }

    def 'decimals are texts when asked for so'() {
        expect:
        text('shop.order', [fields: 'total,double,score,customer(credit_limit,orders(total))', filter: "number == 'O1'"], context(decimalsAsText: true))
            .replace(' ', '').contains('[{"total":"10.20","double":"20.40","score":7,"customer":{"credit_limit":"1000.10","orders":[{"total":"10.20"}]}}]')
    }

    def 'texts keep every character, in rows and in what PostgreSQL nests'() {
        expect:
        list('shop.customer', [fields: 'name', filter: 'email == null']).data[0].name == 'Élodie "Bob"\n\\ \u0001 日本'
        list('shop.party', [fields: 'name', filter: "name != 'Ann'"]).data[0].name == 'Élodie "Bob"\n\\ \u0001 日本'
    }

    def 'fields #fields give #expected'() {
        expect:
        list('shop.order', [fields: fields, filter: "number == '$number'"]).data == [expected]

        where:
        number | fields                                               || expected
        'O1'   | 'number'                                             || [number: 'O1']
        'O1'   | 'customer(name)'                                     || [customer: [name: 'Ann']]
        'O1'   | 'customer(country(code,name),name)'                  || [customer: [country: [code: 'FR', name: 'France'], name: 'Ann']]
        'O1'   | 'customer(country_code,email,owing)'                 || [customer: [country_code: 'FR', email: 'ann@example.com', owing: 10.20g]]
        'O1'   | 'lines(item,sum)'                                    || [lines: [[item: 'early', sum: 1g], [item: 'late', sum: 7.00g]]]
        'O1'   | 'lines(item,parts(name))'                            || [lines: [[item: 'early', parts: []], [item: 'late', parts: [[name: 'screw']]]]]
        'O1'   | 'lines(order(number,customer(name)))'                || [lines: [[order: [number: 'O1', customer: [name: 'Ann']]]] * 2]
        'O1'   | 'children(number)'                                   || [children: [[number: 'O2']]]
        'O1'   | 'children'                                           || [children: ['00000000-0000-7000-8000-0000000000a2']]
        'O1'   | 'customer(tags(name))'                               || [customer: [tags: [[name: 'blue'], [name: 'red']]]]
        'O1'   | 'customer(orders(number,lines(item)))'               || [customer: [orders: [[number: 'O1', lines: [[item: 'early'], [item: 'late']]]]]]
        'O2'   | 'customer(name)'                                     || [customer: null]
        'O2'   | 'customer(name,orders(number)),lines(item)'          || [customer: null, lines: []]
        'O2'   | 'parent(number,parent(number))'                      || [parent: [number: 'O1', parent: null]]
    }

    def 'without fields all own ones come, links as ids, lines and secrets not'() {
        when:
        def record = list('shop.customer', [filter: "name == 'Ann'"]).data[0] as Map

        then:
        record.keySet().toList() == ['id', 'name', 'country', 'email', 'credit_limit', 'tags', 'about', 'country_code', 'owing',
            'external_id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'owner', 'deleted_at']
        record.tags == [blue, red]*.toString()
        record.about == [entity: 'shop.tag', id: red.toString()]
        record.country == france.toString()
    }

    def 'a star may stand with others'() {
        expect:
        list('shop.customer', [filter: "name == 'Ann'", fields: '*,country(code)']).data[0].country == [code: 'FR']
        list('shop.customer', [filter: "name == 'Ann'", fields: 'country(code),*']).data[0].country == [code: 'FR']
    }

    def 'a translated text comes in the language #locale'() {
        expect:
        list('shop.country', [fields: 'name'], context(locale: Locale.forLanguageTag(locale))).data == [[name: name]]
        list('shop.party', [fields: 'country(name)', filter: "name == 'Ann'"], context(locale: Locale.forLanguageTag(locale))).data == [[country: [name: name]]]

        where:
        locale  || name
        'de'    || 'Frankreich'
        'de-AT' || 'Frankreich'
        'fr-CA' || 'La France'
        'fr'    || 'France'
    }

    def 'one record comes with its lines and its version'() {
        when:
        def found = reader.one(context(), RecordQueryParser.ofUrlForOne('shop.order', [:]), 'id', first).get()
        def record = new JsonSlurper().parse(found.json()) as Map

        then:
        found.version() == 1
        record.number == 'O1'
        record.lines*.item == ['early', 'late']
        record.lines[1].parts*.name == ['screw']
        reader.one(context(), RecordQueryParser.ofUrlForOne('shop.order', [:]), 'id', ann).empty
    }

    def 'a deleted record says so, unless it is wanted'() {
        given:
        def one = { Map parameters ->
            def id = sql.firstRow("select id from main.\"shop\$line\" where item = 'gone'").id
            reader.one(context(), RecordQueryParser.ofUrlForOne('shop.line', parameters), 'id', id)
        }

        expect:
        one(deleted: ['true']).present
        one(deleted: ['any']).present
        values('shop.line', [fields: 'item', sort: 'item', deleted: deleted]) == items

        when:
        one([:])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == 'AR-158'

        where:
        deleted || items
        'false' || ['early', 'late']
        'true'  || ['gone']
        'any'   || ['early', 'gone', 'late']
    }

    def 'a search for #q finds #names'() {
        expect:
        values('shop.customer', [fields: 'name', q: q, sort: 'name'])*.take(5) == names

        where:
        q                  || names
        'ann'              || ['Ann']
        'ANN example'      || ['Ann']
        'ann nobody'       || []
        'elodie'           || ['Élodi']
        'ÉLODIE'           || ['Élodi']
        '日本'              || ['Élodi']
        '%'                || []
        '_nn'              || []
        '\\'               || ['Élodi']
        "' or 1=1 --"      || []
    }

    def 'counting: #count of #filter is #expected'() {
        expect:
        list('shop.order', [fields: 'customer(name)', count: count, filter: filter, limit: limit, offset: offset]).page.count == expected

        where:
        count      | filter             | limit | offset || expected
        'exact'    | 'true'             | 1     | 0      || 2
        'exact'    | 'true'             | 50    | 500    || 2
        'exact'    | 'true'             | 0     | 0      || 2
        'exact'    | "number == 'none'" | 50    | 0      || 0
        'estimate' | 'true'             | 50    | 0      || 2
        'estimate' | "number == 'O1'"   | 50    | 9      || 1
        'none'     | 'true'             | 50    | 0      || null
    }

    def 'a list inside a record is never cut silently'() {
        given:
        def busy = insert('shop$party', [name: 'Busy'])
        insert('shop$customer', [id: busy])
        sql.execute('''insert into main."shop$order" (id, number, customer, version, created_at, updated_at)
            select gen_random_uuid(), 'X' || n, ?, 1, now(), now() from generate_series(1, 1001) n''', [busy])

        when:
        list('shop.customer', [fields: 'name,orders(number)'])

        then:
        def refusal = thrown(ProblemException)
        refusal.problems()[0].code().id() == 'AR-148'
        refusal.problems()[0].arguments() == ['orders', '1000']

        cleanup:
        sql.execute("delete from main.\"shop\$order\" where number like 'X%'")
        ['customer', 'party'].each { sql.execute("delete from main.\"shop\$$it\" where id = ?" as String, [busy]) }
    }

    def 'rules of access hold for records, linked ones, lists and counts'() {
        given:
        def rules = ['shop.order': "number != 'O2'", 'shop.customer': "name != 'Ann'", 'shop.tag': "name == 'red'"].collectEntries { entity, text ->
            [(entity): new ExpressionCompiler().compile(text, entity, Shop.model(), Optional.empty()).orThrow('')]
        }
        ReadAccess access = { entity -> rules[entity] ? Rule.of(rules[entity]) : Rule.ALL }

        expect:
        list('shop.order', [fields: 'number,customer(name),children(number)', count: 'exact'], context(access: access)) ==
            [data: [[number: 'O1', customer: ['$hidden': ['name']], children: []]], page: [next: null, count: 1]]
        list('shop.customer', [fields: 'name'], context(access: access)).data*.name == ['Élodie "Bob"\n\\ \u0001 日本']
        list('shop.order', [measures: 'count()'], context(access: access)).data == [[count: 1]]
        list('shop.tag', [fields: 'name'], context(access: access)).data == [[name: 'red']]
    }
}
