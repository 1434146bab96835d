package io.armature.engine.script

import io.armature.engine.audit.Refusals
import io.armature.engine.testing.Answer

class ActionSpec extends HookSpecification {
    def setupSpec() {
        def answer = install('ledger', [
            'hooks/note.js'   : '''
                export default {
                  beforeSave(note) { note.name = note.name.trim() },
                  action: {
                    convert: {
                      title: 'Convert an amount',
                      params: { amount: { type: 'decimal', required: true, min: 0 }, rate: { type: 'decimal' }, day: 'date' },
                      returns: { amount: { type: 'decimal', required: true }, day: 'date' },
                      run(input, ctx) {
                        if (input.rate?.isZero()) return { total: 1 }
                        return { amount: input.amount.times(input.rate ?? '1.1'), day: input.day?.add({ days: 1 }) ?? null }
                      },
                    },
                    add(input, ctx) { return ctx.db.create('ledger.note', { name: input.name }).id },
                    greet: { params: { name: 'text' }, run(input) { return { said: 'Hello ' + (input.name ?? 'you') } } },
                    nothing() {},
                    async text() { throw 'as a text' },
                    async odd() { throw { get then() { for (;;); }, get message() { for (;;); } } },
                    async empty() { throw null },
                  },
                }
                ''',
            'roles/clerk.yaml': 'title: Clerk\nactions: [ledger.convert]\ngrants: { ledger.note: { read: true } }\n',
        ], ['note'])
        assert answer.status == 200: answer
        administrator.post('/api/sys/user', [username: 'clerk', email: 'c@example.org', name: 'C', password: 'correct horse battery', roles: ['ledger.clerk']])
    }

    def 'an endpoint takes what it declares, exactly, and answers it'() {
        expect:
        with(administrator.post('/api/ledger/actions/convert', [amount: 10.10, day: '2026-01-31'])) {
            status == 200
            json == [amount: 11.11, day: '2026-02-01']
        }
    }

    def 'what does not fit is refused: #body'() {
        expect:
        with(administrator.post('/api/ledger/actions/convert', body)) {
            status == 422
            json.code == code
            json.errors*.path.contains(path)
        }
        where:
        body                     | code     | path
        [:]                      | 'AR-401' | 'amount'
        [amount: 'much']         | 'AR-402' | 'amount'
        [amount: -1]             | 'AR-403' | 'amount'
        [amount: 1, other: 2]    | 'AR-415' | 'other'
        [amount: 1, rate: 0]     | 'AR-515' | 'total'
    }

    def 'what is no object has no parameters: #body'() {
        expect: 'also where none of them is required'
        with(administrator.post('/api/ledger/actions/greet', body)) {
            status == 422
            json.code == 'AR-402'
        }

        where:
        body << [[], [[name: 'Ada']], 5, 'Ada', null].collect { groovy.json.JsonOutput.toJson(it).getBytes('UTF-8') }
    }

    def 'an endpoint that requires nothing is called without a body'() {
        expect:
        administrator.post('/api/ledger/actions/greet', new byte[0]).json == [said: 'Hello you']
    }

    def 'what a function throws later need not be an error: #name'() {
        expect:
        with(administrator.post("/api/ledger/actions/$name")) {
            status == 422
            json.code == 'AR-501'
            json.detail.contains(told)
        }

        where:
        name    | told
        'text'  | 'as a text'
        'odd'   | 'Error'
        'empty' | 'Error'
    }

    def 'an endpoint without declarations takes and answers anything'() {
        expect:
        administrator.post('/api/ledger/actions/add', [name: ' x ']).status == 200
        administrator.get('/api/ledger/note').json.data*.name == ['x']
        administrator.post('/api/ledger/actions/nothing').status == 204
    }

    def 'a dry run keeps nothing'() {
        expect:
        administrator.with(Prefer: 'tx=rollback').post('/api/ledger/actions/add', [name: 'dry']).status == 200
        administrator.get("/api/ledger/note?filter=name=='dry'").json.data == []
    }

    def 'only who was granted an endpoint calls it, and sees it in OpenAPI'() {
        given:
        def clerk = caller.withToken(caller.post('/api/auth/login', [username: 'clerk', password: 'correct horse battery']).json.accessToken as String)
        expect:
        clerk.post('/api/ledger/actions/convert', [amount: 1]).status == 200
        administrator.post('/api/ledger/actions/none').status == 404
        with(clerk.get('/openapi.json').json.paths) {
            it['/api/ledger/actions/add'] == null
            with(it['/api/ledger/actions/convert'].post) {
                summary == 'Convert an amount'
                requestBody.content['application/json'].schema.required == ['amount']
                responses['200'].content['application/json'].schema.properties.keySet() == ['amount', 'day'] as Set
            }
        }
    }

    def 'an endpoint that was not granted is answered as if there were none, and who tried is in the trail'() {
        given:
        def clerk = caller.withToken(caller.post('/api/auth/login', [username: 'clerk', password: 'correct horse battery']).json.accessToken as String)
        def said = { Answer answer -> answer.json.subMap('code', 'title', 'detail', 'hint') + [status: answer.status] }

        when:
        def hidden = clerk.post('/api/ledger/actions/add', [name: 'x'])
        def none = clerk.post('/api/ledger/actions/adds', [name: 'x'])
        bean(Refusals).flush()

        then:
        hidden.status == 404
        said(none).toString() == said(hidden).toString().replace('actions/add', 'actions/adds')
        clerk.get('/api/access/explain?action=ledger.add').status == 404
        clerk.get('/api/access/explain?action=ledger.convert').json.allowed == 'yes'
        administrator.get('/api/access/explain?action=ledger.add&user=clerk').json.allowed == 'no'
        administrator.get("/api/sys/audit?filter=action=='denied'&sort=-at").json.data.any { it.details.toString().contains('/api/ledger/actions/add') }
    }

    def 'what functions cost is added up'() {
        given:
        3.times { administrator.post('/api/ledger/actions/nothing') }
        bean(HookCosts).flush()
        administrator.post('/api/ledger/actions/nothing')
        bean(HookCosts).flush()
        expect:
        with(administrator.get("/api/sys/hook_cost?filter=hook=='ledger.note:action.nothing'").json.data[0]) {
            calls >= 4
            failures == 0
            p50 > 0
            p99 >= p50
        }
        with(administrator.get("/api/sys/hook_cost?filter=hook=='ledger.note:action.add'").json.data[0]) { sql > 1 }
    }

    def 'the types of a model know its fields'() {
        when:
        def text = TypeDeclarations.of(bean(io.armature.engine.current.CurrentModels).of(bean(io.armature.engine.tenant.Tenants).named('main').get()))
        then:
        text.contains("'ledger.note': LedgerNote")
        text.contains('interface LedgerNote {')
        text.contains("interface Hooks<E extends keyof Entities>")
    }
}
