package io.armature.engine.web

import groovy.sql.Sql
import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.write.Shop
import io.armature.engine.write.WriteSpecification
import spock.lang.Shared

class RecordWriteSpec extends ServerSpecification {
    @Shared String customer
    @Shared Caller somebody

    def setupSpec() {
        def tenant = bean(Tenants).named('main').get()
        WriteSpecification.prepare(database, Shop.model(), tenant.schema())
        bean(CurrentModels).swap(tenant, 1, Shop.model())
        customer = post('customer', [name: 'Ada', currency: 'EUR']).json.id
    }

    def 'a new record is answered with its place, its tag and itself'() {
        when:
        def answer = administrator.post('/api/shop/invoice?fields=number,total,lines(description,amount)',
            [customer: customer, lines: [[description: 'Tea', qty: 2, price: 1.25]]])

        then:
        answer.status == 201
        answer.header('Location') ==~ '/api/shop/invoice/[0-9a-f-]{36}'
        answer.header('ETag') == '"1"'
        answer.json.total == 2.50
        answer.json.lines == [[description: 'Tea', amount: 2.50]]

        and: 'there it is'
        with(administrator.get(answer.header('Location'))) {
            status == 200
            header('ETag') == '"1"'
            json.currency == 'EUR'
        }
    }

    def 'a record of more lines than a list would show is made, shown and changed all the same'() {
        given:
        def made = administrator.post('/api/shop/invoice', [customer: customer, lines: (1..1001).collect { [description: "Line $it" as String, price: 1] }])
        def place = made.header('Location')

        expect:
        made.status == 201
        made.json.lines.size() == 1001
        administrator.get("$place?fields=lines(description)").json.lines*.description.last() == 'Line 1001'
        administrator.patch(place, [notes: 'long']).json.lines.size() == 1001

        and: 'a page of such records is refused'
        administrator.get('/api/shop/invoice?fields=lines(description)').json.code == 'AR-148'

        when: 'it grows beyond what one answer holds'
        new Sql(database).execute('''insert into tenant_main."shop$line"
            select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid()))).* from tenant_main."shop$line" l, generate_series(1, 9)
            where l.description like 'Line %'''')
        def refused = administrator.patch(place, [notes: 'longer'])

        then: 'the answer says so, and nothing has changed'
        refused.status == 400
        refused.json.code == 'AR-148'
        refused.json.errors[0].message.contains('10000')
        administrator.get("$place?fields=notes").json == [notes: 'long']

        and: 'who wants no answer changes it'
        administrator.with('Prefer': 'return=minimal').patch(place, [notes: 'longest']).status == 204
        administrator.get("$place?fields=notes").json == [notes: 'longest']

        cleanup:
        new Sql(database).execute('delete from tenant_main."shop$line" where description like \'Line %\'')
    }

    def 'what is wrong and what is missing are told at once'() {
        when:
        def answer = administrator.post('/api/shop/party', [nmae: 'Ada'])

        then:
        answer.status in [400, 422]
        answer.json.errors*.path as Set == ['nmae', 'name'] as Set
    }

    def 'a change needs no version, but heeds one'() {
        given:
        def place = post('party', [name: 'Ada']).header('Location')

        expect:
        with(administrator.patch(place, [name: 'Bob'])) { status == 200 && header('ETag') == '"2"' && json.name == 'Bob' }
        with(administrator.with('If-Match': '"1"').patch(place, [name: 'Cyd'])) { status == 412 && json.code == 'AR-411' }
        with(administrator.with('If-Match': '"2"').put(place, [name: 'Cyd'])) { status == 200 && header('ETag') == '"3"' }
        administrator.with('If-Match': 'x').patch(place, [name: 'Cyd']).status == 400
        administrator.with('If-Match': '"2"').delete(place).status == 412
        administrator.delete(place).status == 204
        administrator.patch(place, [name: 'Dan']).status == 409
        with(administrator.post("$place/restore")) { status == 200 && json.name == 'Cyd' }
    }

    def 'little comes back where little is wanted'() {
        expect:
        with(administrator.with(Prefer: 'return=minimal').post('/api/shop/party', [name: 'Ada'])) {
            status == 201
            text == ''
            header('ETag') == '"1"'
            header('Preference-Applied') == 'return=minimal'
        }
    }

    def 'a dry run shows what would be'() {
        when:
        def answer = administrator.with(Prefer: 'tx=rollback').post('/api/shop/party', [name: 'Nobody'])

        then:
        answer.status == 201
        answer.json.name == 'Nobody'
        answer.header('Preference-Applied') == 'tx=rollback'
        administrator.get(answer.header('Location')).status == 404
    }

    def 'a repeated request under one key is answered alike'() {
        given:
        def keyed = administrator.with('Idempotency-Key': 'k1')
        def first = keyed.post('/api/shop/party', [name: 'Once'])

        expect:
        with(keyed.post('/api/shop/party', [name: 'Once'])) {
            status == 201
            header('Location') == first.header('Location')
            header('ETag') == '"1"'
            json == first.json
        }
        with(keyed.post('/api/shop/party', [name: 'Twice'])) { status == 422 && json.code == 'AR-414' }
    }

    def 'all that is wrong is told, each with its place, in the language of the caller'() {
        when:
        def answer = administrator.with('Accept-Language': 'fr').post('/api/shop/invoice', [lines: [[price: 1], [description: 'x', qty: 'y', price: 1]], stats: 1])

        then:
        answer.status == 422
        answer.json.errors*.path.toSet() == ['customer', 'lines[1].qty', 'stats'] as Set
    }

    def 'a record by its foreign key is made, then replaced'() {
        expect:
        administrator.put('/api/shop/party/by/external_id/x-1', [name: 'Ada']).status == 201
        with(administrator.put('/api/shop/party/by/external_id/x-1', [name: 'Bob'])) { status == 200 && json.external_id == 'x-1' }
        administrator.get('/api/shop/party/by/external_id/x-1').json.name == 'Bob'
    }

    def 'a batch answers for each row'() {
        expect:
        with(administrator.post('/api/shop/party/batch', [create: [[name: 'A'], [:]], atomic: false])) {
            status == 200
            json.results*.status == [201, 422]
            json.results[1].problem.errors[0].path == 'create[1].name'
            [json.done, json.refused] == [1, 1]
        }
        administrator.post('/api/shop/party/batch', [create: [[name: 'A'], [:]]]).status == 422
    }

    def 'a file comes in'() {
        expect:
        with(administrator.with('Content-Type': 'text/csv').call('POST', '/api/shop/party/import?partial=true', 'name\nAda\n""\nBob\n')) {
            status == 200
            [json.created, json.refused, json.kept] == [2, 0, true]
        }
        administrator.with('Content-Type': 'image/png').call('POST', '/api/shop/party/import', 'x').status == 415
    }

    def 'people talk about a record'() {
        given:
        def place = post('party', [name: 'Ada']).header('Location')

        expect:
        administrator.post("$place/comments", [text: 'First']).status == 201
        administrator.post("$place/comments", [text: ' ']).status == 422
        administrator.get("$place/comments").json.data*.text == ['First']
        administrator.get("/api/shop/party/${UUID.randomUUID()}/comments").status == 404
        administrator.get("/api/shop/sample/${UUID.randomUUID()}/comments").status == 404
    }

    def 'who has not signed in writes nothing'() {
        expect:
        caller.post('/api/shop/party', [name: 'Ada']).status == 401
    }

    def 'hostile input is a clear refusal: #what'() {
        given:
        def before = new Sql(database).firstRow('select count(*) as n from tenant_main."shop$party"').n

        when:
        Answer answer = administrator.call('POST', path, body)

        then:
        answer.status in (400..499)
        answer.json.code ==~ /AR-\d{3}/
        new Sql(database).firstRow('select count(*) as n from tenant_main."shop$party"').n == before

        where:
        what                    | path                            | body
        'nothing'               | '/api/shop/party'               | ''
        'no JSON'               | '/api/shop/party'               | '{"name": '
        'deep JSON'             | '/api/shop/party'               | '{"name": ' + '[' * 10000 + ']' * 10000 + '}'
        'a list'                | '/api/shop/party'               | '[]'
        'null'                  | '/api/shop/party'               | 'null'
        'a number'              | '/api/shop/party'               | '5'
        'a key twice'           | '/api/shop/party'               | '{"name": "a", "name": "b"}'
        'a zero character'      | '/api/shop/party'               | '{"name": "a\\u0000"}'
        'half a character'      | '/api/shop/party'               | '{"name": "a\\ud800"}'
        'no UTF-8'              | '/api/shop/party'               | [0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d] as byte[]
        'a huge number'         | '/api/shop/sample'              | '{"exact": 1e999999999}'
        'many digits'           | '/api/shop/sample'              | '{"exact": ' + '9' * 100000 + '}'
        'a huge body'           | '/api/shop/party'               | '{"name": "' + 'a' * (11 * 1024 * 1024) + '"}'
        'a long text'           | '/api/shop/party'               | '{"name": "' + 'a' * (5 * 1024 * 1024) + '"}'
        'SQL in a name'         | '/api/shop/party'               | '{"name\\"; drop table x; --": 1}'
        'SQL in a key'          | '/api/shop/customer'            | '{"name": "a", "country": {"code": "\' or 1=1 --"}}'
        'an unknown entity'     | '/api/shop/nothing'             | '{}'
        'an object for a text'  | '/api/shop/party'               | '{"name": {"a": 1}}'
        'an object for a link'  | '/api/shop/customer'            | '{"name": "a", "country": {"id": {"id": 1}}}'
        'lists for lines'       | '/api/shop/invoice'             | '{"lines": [[[]], null, 1]}'
        'null bytes in a batch' | '/api/shop/party/batch'         | '{"create": [{"name": "\\u0000"}]}'
        'deep JSON to keep'     | '/api/shop/sample'              | '{"data": ' + '[' * 99 + ']' * 99 + ', "small": "x"}'
    }

    private Answer post(String entity, Map body) {
        administrator.post("/api/shop/$entity", body)
    }
}
