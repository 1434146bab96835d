package io.armature.engine.web

import io.armature.engine.current.CurrentModels
import io.armature.engine.query.Shop
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import java.time.Instant
import spock.lang.Shared

class RecordReadSpec extends ServerSpecification {
    @Shared String customer
    @Shared String order
    @Shared String before

    def setupSpec() {
        def tenant = bean(Tenants).named('main').get()
        Shop.tables(database, tenant.schema())
        bean(CurrentModels).swap(tenant, 1, Shop.model())
        def country = post('country', [code: 'FR', name: 'France']).json.id
        customer = post('customer', [name: 'Ann', country: country, email: 'ann@example.com', credit_limit: 10.50g, external_id: 'A/1 é']).json.id
        order = post('order', [number: 'O1', customer: customer, total: 10.20g, takes: 'PT72H', due: '2026-01-31T12:00:00Z',
                               lines: [[item: '=1+1', qty: 2, price: 3.5], [item: 'b', qty: 1, price: 1]]]).json.id
        before = Instant.now().toString()
        assert administrator.patch("/api/shop/order/$order", [total: 20, status: 'open']).status == 200
        post('order', [number: 'O2'])
    }

    private post(String entity, Map record) {
        def answer = administrator.post("/api/shop/$entity", record)
        assert answer.status == 201
        answer
    }

    private static String url(String path, Map<String, Object> parameters) {
        path + '?' + parameters.collect { name, value -> "$name=${URLEncoder.encode(value.toString(), 'UTF-8')}" }.join('&')
    }

    def 'a list is data and a page'() {
        expect:
        with(administrator.get(url('/api/shop/order', [fields: 'number,customer(name,country(code)),lines(item)', sort: '-number', count: 'exact', limit: 1]))) {
            status == 200
            header('Content-Type') == 'application/json'
            json.data == [[number: 'O2', customer: null, lines: []]]
            json.page.count == 2
        }
    }

    def 'a cursor leads on'() {
        given:
        def next = administrator.get(url('/api/shop/order', [sort: 'number', limit: 1])).json.page.next

        expect:
        administrator.get(url('/api/shop/order', [sort: 'number', limit: 1, cursor: next])).json.data*.number == ['O2']
        administrator.get(url('/api/shop/order', [sort: 'number', limit: 1, cursor: next + 'x'])).json.code == 'AR-111'
    }

    def 'the same as JSON, with groups'() {
        expect:
        administrator.post('/api/shop/order/query', [fields: ['number'], filter: 'total > 1', sort: ['number']]).json.data == [[number: 'O1']]
        administrator.post('/api/shop/order/query', [groupBy: ['status'], measures: [n: 'count()'], sort: '-n']).json.data ==
            [[status: 'open', n: 1], [status: null, n: 1]] as Object
    }

    def 'one record has its version as its tag'() {
        when:
        def answer = administrator.get("/api/shop/order/$order")

        then:
        answer.status == 200
        answer.header('ETag') == '"2"'
        answer.json.lines*.item == ['=1+1', 'b']
        answer.text.contains('"total":20,')

        and:
        with(administrator.with('If-None-Match': '"2"').get("/api/shop/order/$order")) { status == 304 && !text }
        administrator.with('If-None-Match': '"1"').get("/api/shop/order/$order").status == 200
    }

    def 'a record is found by its key in a foreign system'() {
        expect:
        administrator.get('/api/shop/customer/by/external_id/A%2F1%20%C3%A9?fields=name').json == [name: 'Ann']
        administrator.get('/api/shop/customer/by/external_id/none').status == 404
    }

    def 'decimals come as texts to those who ask'() {
        expect:
        administrator.with(Accept: 'application/json;decimals=string').get("/api/shop/order/$order?fields=total").text == '{"total":"20"}'
        administrator.get("/api/shop/customer/$customer?fields=credit_limit").text == '{"credit_limit":10.50}'
    }

    def 'the past is a parameter, history an address'() {
        expect:
        administrator.get(url("/api/shop/order/$order", [asOf: before, fields: 'total,status,version'])).json == [total: 10.20g, status: null, version: 1]
        with(administrator.get("/api/shop/order/$order/history").json) {
            data*.action == ['update', 'create']
            data[0].actor.name
            data[0].changes*.field == ['status', 'total']
            data[0].changes[0].newLabel == 'Open'
        }
    }

    def 'GET #path is #status #code'() {
        expect:
        with(administrator.get(path)) { it.status == status && it.json.code == code && header('Content-Type') == 'application/problem+json' }

        where:
        path                                    || status | code
        '/api/shop/nothing'                     || 404    | 'AR-101'
        '/api/shop/order/nothing'               || 404    | 'AR-101'
        "/api/shop/order/${UUID.randomUUID()}"  || 404    | 'AR-101'
        '/api/shop/order?limit=x'               || 400    | 'AR-132'
        '/api/shop/order?filter=nmber'          || 422    | 'AR-232'
        '/api/shop/order?fields=a('             || 400    | 'AR-142'
        '/api/shop/order/export'                || 400    | 'AR-133'
        '/api/shop/order/export?format=docx'    || 400    | 'AR-133'
        '/api/shop/order/export?format=csv&filter=nmber' || 422 | 'AR-232'
        '/api/shop/order/export?format=csv&offset=5' || 400 | 'AR-104'
        '/api/shop/order/export?format=csv&limit=few' || 400 | 'AR-132'
        "/api/shop/order?filter=number=='${'9' * 20_000}'" || 414 | 'AR-159'
    }

    def 'nobody reads without signing in'() {
        expect:
        caller.get('/api/shop/order').status == 401
    }

    def 'an export as #format'() {
        when:
        def answer = administrator.get(url('/api/shop/order/export', [format: format, fields: fields, sort: 'number'] + more))

        then:
        answer.status == 200
        answer.header('Content-Type').startsWith(type)
        answer.header('Content-Disposition').contains("order.$format")
        answer.text == text

        where:
        format   | type                   | fields                        | more          || text
        'csv'    | 'text/csv'             | 'number,total,customer(name)' | [:]           || 'number,total,customer.name\r\nO1,20,Ann\r\nO2,,\r\n'
        'ndjson' | 'application/x-ndjson' | 'number,takes,due'            | [:]           || '{"number":"O1","takes":"PT72H","due":"2026-01-31T12:00:00Z"}\n{"number":"O2","takes":null,"due":null}\n'
        'json'   | 'application/json'     | 'number,lines(item)'          | [q: 'o1']     || '[{"number":"O1","lines":[{"item": "=1+1"}, {"item": "b"}]}\n]'.replace('"item": ', '"item":')
    }

    def 'a spreadsheet runs nothing of an export, unless it is asked for as it is'() {
        expect:
        administrator.get('/api/shop/line/export?format=csv&fields=item,qty&sort=item').text == "item,qty\r\n'=1+1,2\r\nb,1\r\n"
        administrator.get('/api/shop/line/export?format=csv&fields=item&sort=item&safe=false').text == 'item\r\n=1+1\r\nb\r\n'
    }

    def 'a workbook is a workbook'() {
        expect:
        with(administrator.get('/api/shop/order/export?format=xlsx')) { status == 200 && text.startsWith('PK') }
    }
}
