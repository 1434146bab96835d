package io.armature.engine.query

import io.armature.engine.access.ReadAccess
import io.armature.engine.access.Rule
import io.armature.engine.query.plan.QueryPlanner
import io.armature.engine.query.plan.Words
import io.armature.engine.query.plan.ReadPlan.Start
import io.armature.engine.query.sql.GroupSql
import io.armature.engine.query.sql.ReadSql
import io.armature.engine.query.sql.SqlTarget
import io.armature.metadata.expression.ExpressionCompiler
import spock.lang.Specification

/** The statement of each kind of reading, whole. */
class ReadSqlSpec extends Specification {
    static final Start FIRST = new Start.AtFirst()

    def 'the statement of a list: #name'() {
        expect:
        GoldenSql.check(name, ReadSql.of(plan(entity, asked, start), Shop.model(), target))

        where:
        name                                  | entity          | asked                                                                  | start                                     | target
        'all own fields'                      | 'shop.order'    | [:]                                                                    | FIRST                                     | target()
        'some fields in an order'             | 'shop.order'    | [fields: 'number,total', sort: '-created_at,number']                   | FIRST                                     | target()
        'a record in two tables'              | 'shop.customer' | [fields: 'name,email']                                                 | FIRST                                     | target()
        'a filter on own fields'              | 'shop.order'    | [fields: 'id', filter: "status == 'open' && total > 10"]               | FIRST                                     | target()
        'a filter through links'              | 'shop.order'    | [fields: 'id', filter: "customer.country.code == 'FR'"]                | FIRST                                     | target()
        'a filter on lines'                   | 'shop.order'    | [fields: 'id', filter: 'any(lines, qty > 10)']                         | FIRST                                     | target()
        'a formula'                           | 'shop.order'    | [fields: 'double', filter: 'double > 1', sort: 'double']               | FIRST                                     | target()
        'a formula over other records'        | 'shop.customer' | [fields: 'owing', sort: '-owing']                                      | FIRST                                     | target()
        'a lookup'                            | 'shop.customer' | [fields: 'country_code', sort: 'country_code']                         | FIRST                                     | target()
        'a linked record'                     | 'shop.order'    | [fields: 'number,customer(name)', sort: 'number']                      | FIRST                                     | target()
        'links of links'                      | 'shop.order'    | [fields: 'customer(name,country(code,name))']                          | FIRST                                     | target()
        'lines of lines'                      | 'shop.order'    | [fields: 'number,lines(item,parts(name))']                             | FIRST                                     | target()
        'links inside lines'                  | 'shop.order'    | [fields: 'lines(order(customer(name,due)))'.replace(',due', '')]       | FIRST                                     | target()
        'an inverse link'                     | 'shop.customer' | [fields: 'name,orders(number,due)']                                    | FIRST                                     | target()
        'ids of an inverse link'              | 'shop.order'    | [fields: 'children']                                                   | FIRST                                     | target()
        'many to many as ids'                 | 'shop.customer' | [fields: 'tags']                                                       | FIRST                                     | target()
        'many to many as records'             | 'shop.customer' | [fields: 'tags(name)']                                                 | FIRST                                     | target()
        'a link to any entity'                | 'shop.customer' | [fields: 'about']                                                      | FIRST                                     | target()
        'a translated text'                   | 'shop.country'  | [fields: 'code,name']                                                  | FIRST                                     | target(true, false)
        'decimals as texts'                   | 'shop.order'    | [fields: 'total,lines(qty)']                                           | FIRST                                     | target(false, true)
        'a page after a record'               | 'shop.order'    | [fields: 'id', sort: '-created_at']                                    | new Start.AfterRecord([false, false])     | target()
        'a page after a record in mixed order' | 'shop.order'   | [fields: 'id', sort: 'status,-total']                                  | new Start.AfterRecord([false] * 3)        | target()
        'a page after empty values'           | 'shop.order'    | [fields: 'id', sort: 'status,-total']                                  | new Start.AfterRecord([true, true, false]) | target()
        'an exact count'                      | 'shop.order'    | [fields: 'number,customer(name)', count: 'exact', sort: 'number']      | FIRST                                     | target()
        'an estimated count'                  | 'shop.order'    | [fields: 'number', count: 'estimate']                                  | FIRST                                     | target()
        'a search'                            | 'shop.customer' | [fields: 'name', q: 'ann example']                                     | FIRST                                     | target()
        'a search in one table'               | 'shop.order'    | [fields: 'number', q: 'acme', sort: 'number', offset: '20']            | FIRST                                     | target()
        'a search that tells linked records'  | 'shop.order'    | [fields: 'number,customer(name)', q: 'acme']                            | FIRST                                     | target()
        'a piece of a searched text'          | 'shop.order'    | [fields: 'number', filter: "contains(lower(number), 'a-7')"]           | FIRST                                     | target()
        'a long piece of a searched text'     | 'shop.order'    | [fields: 'number', filter: "contains(lower(number), 'kilo')"]          | FIRST                                     | target()
        'deleted records'                     | 'shop.order'    | [fields: 'id', deleted: 'true']                                        | FIRST                                     | target()
        'the past'                            | 'shop.order'    | [fields: 'number,lines(qty)', asOf: '2026-01-01T00:00:00Z']            | FIRST                                     | target()
    }

    def 'the statement of a page whose values PostgreSQL sends packed'() {
        expect:
        GoldenSql.check('packed values', ReadSql.of(plan('shop.order', [fields: 'id,number,placed,created_at,total,customer(name)', limit: '20'], FIRST), Shop.model(), target().packedUp()))
    }

    def 'PostgreSQL plans a list by #asked once for all values: #steady'() {
        expect:
        ReadSql.of(plan('shop.order', asked, FIRST), Shop.model(), target()).steady() == steady

        where:
        asked                                                             | steady
        [sort: 'number', filter: "status == 'open'"]                      | true
        [sort: '-number', filter: "'open' == status"]                     | true
        [sort: 'number', filter: "status == 'open' && number >= 'A'"]     | true
        [sort: 'number', filter: "status == 'open' && total > 10"]        | false
        [sort: '-placed', filter: "status == 'open'"]                     | false
        [sort: 'number', filter: "status != 'open'"]                      | false
        [sort: 'number', filter: "status == 'open' || total > 1"]         | false
        [sort: 'number,-created_at', filter: "status == 'open'"]          | false
        [sort: 'number', filter: "customer.name == 'x'"]                  | false
        [sort: 'number']                                                  | false
        [q: 'acme']                                                       | true
        [q: 'acme x']                                                     | false
        [q: 'acme tyres']                                                 | false
        [q: 'acme', filter: "status == 'open'"]                           | false
    }

    def 'the statement of #name'() {
        given:
        def plan = new QueryPlanner(Shop.model(), ReadAccess.EVERYTHING)
            .one(ReadingSpec.query('shop.order', [fields: 'number,customer(name),lines(item)']), start)

        expect:
        GoldenSql.check(name, ReadSql.of(plan, Shop.model(), form))

        where:
        name                                | start                   | form
        'one record'                        | new Start.ByKey('id')   | target()
        'some records that are read as one' | new Start.ByKeys('id')  | target().packedUp()
    }

    def 'the statement of groups'() {
        given:
        def query = ReadingSpec.query('shop.order', [groupBy: "status,m: startOf(placed, 'month')", measures: 'count(),sum(total)', having: 'count() > 1', sort: '-count'])
        def plan = new QueryPlanner(Shop.model(), ReadAccess.EVERYTHING).groups(query, query.grouping().get(), Words.NONE)

        expect:
        GoldenSql.check('groups', GroupSql.of(plan, Shop.model(), target()))
    }

    def 'the statement of a reader who may not read all'() {
        given:
        def rule = new ExpressionCompiler().compile("name == 'x'", 'shop.customer', Shop.model(), Optional.empty()).orThrow('')
        ReadAccess access = { entity -> entity == 'shop.customer' ? Rule.of(rule) : Rule.ALL }
        def plan = new QueryPlanner(Shop.model(), access).list(ReadingSpec.query('shop.order', [fields: 'customer(name)']), FIRST, Words.NONE)

        expect:
        GoldenSql.check('rules of access', ReadSql.of(plan, Shop.model(), target()))
    }

    private static plan(String entity, Map asked, Start start) {
        def query = ReadingSpec.query(entity, asked)
        new QueryPlanner(Shop.model(), ReadAccess.EVERYTHING).list(query, start, Words.of(query.search().map { it.split(' ') as List<String> }.orElse([])))
    }

    private static SqlTarget target(boolean localised = false, boolean decimalsAsText = false) {
        new SqlTarget('main', localised, decimalsAsText)
    }
}
