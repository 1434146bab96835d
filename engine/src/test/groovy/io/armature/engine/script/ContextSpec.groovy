package io.armature.engine.script

import com.sun.net.httpserver.HttpServer
import groovy.sql.Sql
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

class ContextSpec extends HookSpecification {
    static final String DRIVE = '''
        import.meta
        export default {
          afterSave(order, ctx) {
            const result = work[order.name]?.(order, ctx)
            if (result !== undefined) ctx.db.create('desk.answer', { name: JSON.stringify(result) })
          },
        }
        const work = {
          create: (order, ctx) => ctx.db.create('desk.note', { name: 'made' }).name,
          get: (order, ctx) => { const note = ctx.db.create('desk.note', { name: 'x' }); return ctx.db.get('desk.note', note.id).name },
          nothing: (order, ctx) => ctx.db.get('desk.note', '01890a5d-ac96-774b-bcce-b302099a8057'),
          find: (order, ctx) => ctx.db.find('desk.note', { name: 'seed', weight: '1.5' }).map(note => note.weight.plus('0.1')),
          hostile: (order, ctx) => ctx.db.find('desk.note', { name: "x' || true || 'y" }).length,
          expression: (order, ctx) => ctx.db.find('desk.note', "weight > 1", { sort: '-weight', fields: 'name,weight' })[0].weight,
          whole: (order, ctx) => { const made = ctx.db.create('desk.note', { name: 'whole', weight: 2 }); return [made.weight.plus(1), ctx.db.find('desk.note', { name: 'whole' })[0].weight.times(2)] },
          typed: (order, ctx) => ctx.db.find('desk.note', { day: Temporal.PlainDate.from('2026-01-31') })[0].day.add({ days: 1 }).toString(),
          query: (order, ctx) => ctx.db.query('desk.note', { filter: "name == 'seed'", groupBy: ['name'], measures: ['count()'] }).data.length,
          update: (order, ctx) => { const note = ctx.db.create('desk.note', { name: 'a' }); return ctx.db.update('desk.note', note.id, { name: 'b' }).name },
          remove: (order, ctx) => { const note = ctx.db.create('desk.note', { name: 'a' }); ctx.db.delete('desk.note', note.id); return ctx.db.get('desk.note', note.id) },
          refused: (order, ctx) => { ctx.db.create('desk.note', { nme: 'x' }) },
          caught: (order, ctx) => { try { ctx.db.create('desk.strict', { code: 'a' }); ctx.db.create('desk.strict', { code: 'a' }) } catch (e) { return ctx.db.find('desk.strict', { code: 'a' }).length } },
          secret: (order, ctx) => ctx.db.find('desk.secret').length,
          sudo: (order, ctx) => ctx.db.sudo().find('desk.secret').length,
          who: (order, ctx) => [ctx.user.username, ctx.user.hasRole('desk.clerk'), ctx.tenant.name, ctx.locale],
          time: (order, ctx) => [ctx.now.epochMilliseconds === Date.now(), new Date().getTime() === Date.now(), ctx.today.toString() === Temporal.Now.plainDateISO().toString(), Date.now() > 1e12],
          notify: (order, ctx) => ctx.notify('role:desk.clerk', 'Look', order),
          mail: (order, ctx) => ctx.mail({ to: 'ada@example.org', subject: 'Hello', text: 'From a hook' }),
          template: (order, ctx) => ctx.mail({ to: ['bea@example.org', 'owner'], template: 'told', record: order }),
          emit: (order, ctx) => ctx.emit('shipped', { carrier: 'bike' }),
          http: (order, ctx) => { const r = ctx.http.post(PEER + '/echo', { a: 1 }, { headers: { 'X-Own': 'yes' } }); return [r.status, r.ok, r.json().a, r.headers['x-echo']] },
          redirected: (order, ctx) => ctx.http.get(PEER + '/away').status,
          elsewhere: (order, ctx) => ctx.http.get('https://example.org/'),
          split: (order, ctx) => ctx.http.get(PEER + '/echo', { headers: { 'X-Own: x\\r\\n\\r\\nGET /inner HTTP/1.1\\r\\nX': 'yes' } }).status,
          spaced: (order, ctx) => ctx.http.get(PEER + '/echo', { headers: { 'Transfer-Encoding ': 'chunked' } }).status,
          broken: (order, ctx) => ctx.http.get(PEER + '/echo', { headers: { 'X-Own': 'x\\r\\nX-Other: y' } }).status,
          counted: (order, ctx) => { ctx.http.post(PEER + '/counted', {}) },
          huge: (order, ctx) => ctx.http.get(PEER + '/huge').text.length,
          slow: (order, ctx) => ctx.http.get(PEER + '/slow').status,
          files: (order, ctx) => { const id = ctx.files.create({ name: 'note.txt', text: 'Zähler' }); const file = ctx.files.get(id); return [file.name, file.size, ctx.files.text(file), ctx.files.base64(id)] },
          attached: (order, ctx) => ctx.mail({ to: 'eve@example.org', subject: 'With a file', text: 'See there', html: '<b>See there</b>', files: ctx.files.create({ name: 'a.txt', text: 'a' }) }),
          stolen: (order, ctx) => ctx.files.text(ctx.db.find('desk.note', "startsWith(name, 'file:')")[0].name.slice(5)),
          mailed: (order, ctx) => ctx.mail({ to: 'eve@example.org', subject: 'Stolen', text: '', files: [ctx.db.find('desk.note', "startsWith(name, 'file:')")[0].name.slice(5)] }),
          ai: (order, ctx) => ctx.ai.ask('x'),
          kept: (order, ctx) => { const old = globalThis.kept ?? keep.ctx; keep.ctx = ctx; return old === undefined ? 'first' : old.user.username },
          loop: (order, ctx) => { ctx.db.create('desk.order', { name: 'loop' }) },
          told: (order, ctx) => [ctx.t('Still {days} days', { days: Decimal('3.50') }), ctx.t('Still {days} days', { days: 3 }, 'fr'), ctx.t('Nobody said {this}')],
          deep: (order, ctx) => { ctx.db.sudo().create('other.mark', { name: 'deep' }); return ctx.db.sudo().find('other.seen', { name: 'deep' }).length },
          gone: (order, ctx) => { ctx.emit('gone', { order: order.id }); ctx.refuse('No') },
          again: (order, ctx) => { ctx.db.update('desk.order', order.id, { name: 'done' }); return ctx.db.get('desk.order', order.id).name },
        }
        const keep = {}
        '''

    @Shared HttpServer peer = HttpServer.create(new InetSocketAddress('localhost', 0), 0)
    @Shared AtomicInteger counted = new AtomicInteger()
    @Shared @AutoCleanup TestServer own = new TestServer([ARMATURE_PRIVATE_PEERS: 'true'])
    @Shared Caller admin = own.administrator

    def setupSpec() {
        peer.executor = Executors.newCachedThreadPool()
        peer.createContext('/echo') { exchange ->
            def body = exchange.requestBody.bytes
            exchange.responseHeaders.add('X-Echo', exchange.requestHeaders.getFirst('X-Own'))
            exchange.sendResponseHeaders(200, body.length)
            exchange.responseBody.withStream { it.write(body) }
        }
        peer.createContext('/away') { exchange ->
            exchange.responseHeaders.add('Location', 'http://localhost:1/')
            exchange.sendResponseHeaders(302, -1)
            exchange.close()
        }
        peer.createContext('/counted') { exchange ->
            counted.incrementAndGet()
            exchange.sendResponseHeaders(204, -1)
            exchange.close()
        }
        peer.createContext('/huge') { exchange ->
            exchange.sendResponseHeaders(200, 0)
            exchange.responseBody.withStream { out -> 200.times { out.write(new byte[100_000]) } }
        }
        peer.createContext('/slow') { exchange -> new java.util.concurrent.CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.SECONDS) }
        peer.start()
        def origin = "http://localhost:${peer.address.port}"
        administrator = admin
        def answer = install('desk', [
            'hooks/order.js'      : "const PEER = '$origin'\n".toString() + DRIVE.stripIndent().replace('import.meta\n', ''),
            'entities/note.yaml'  : 'label: name\nfields: { name: { type: text }, weight: { type: decimal }, day: { type: date } }\n',
            'mails/told.yaml'     : 'title: Told\nentity: order\nsubject: "Told of {{name}}"\ntext: "{{name}}"\n',
            'entities/strict.yaml': 'label: code\nfields: { code: { type: text, unique: true } }\n',
            'roles/clerk.yaml'    : '''
                title: Clerk
                grants:
                  desk.order: { read: true, create: true, update: true }
                  desk.answer: { read: true, create: true }
                  desk.note: { read: true, create: true }
                ''',
            'i18n/fr.yaml'        : 'texts: { "Still {days} days": "Encore {days} jours" }\n',
            'data/note.yaml'      : '''
                records:
                  - { external_id: one, name: seed, weight: 1.5, day: "2026-01-31" }
                ''',
        ], ['order', 'answer', 'secret'], """
            grants: { http: ["$origin"], mail: true, sudo: true, files: true }
            """.stripIndent())
        assert answer.status == 200: answer
        admin.post('/api/desk/secret', [name: 's'])
        admin.post('/api/sys/user', [username: 'clerk', email: 'clerk@example.org', name: 'Clerk', password: 'correct horse battery', roles: ['desk.clerk']])
    }

    def cleanupSpec() { peer.stop(0) }

    Object answer(Caller caller, String name) {
        def made = caller.post('/api/desk/order', [name: name])
        assert made.status == 201: made
        new groovy.json.JsonSlurper().parseText(admin.get('/api/desk/answer?sort=-created_at&limit=1').json.data[0].name as String)
    }

    Caller getClerk() {
        own.caller.withToken(own.caller.post('/api/auth/login', [username: 'clerk', password: 'correct horse battery']).json.accessToken as String)
    }

    def 'a function can #name'() {
        expect:
        answer(admin, name) == outcome
        where:
        name         | outcome
        'create'     | 'made'
        'get'        | 'x'
        'nothing'    | null
        'find'       | ['1.6']
        'hostile'    | 0
        'expression' | '1.5'
        'whole'      | ['3', '4']
        'typed'      | '2026-02-01'
        'query'      | 1
        'update'     | 'b'
        'remove'     | null
        'caught'     | 1
        'who'        | ['admin', false, 'main', 'en']
        'time'       | [true, true, true, true]
        'notify'     | true
        'mail'       | true
        'template'   | true
        'emit'       | true
        'http'       | [200, true, 1, 'yes']
        'redirected' | 302
        'again'      | 'done'
        'files'      | ['note.txt', 7, 'Zähler', 'WsOkaGxlcg==']
        'attached'   | true
        'told'       | ['Still 3.50 days', 'Encore 3 jours', 'Nobody said {this}']
    }

    def 'other servers are called once for each record, also when one of many is refused'() {
        when:
        def answer = admin.post('/api/desk/order/batch', [create: (['counted'] * 5 + ['gone'] + ['counted'] * 2).collect { [name: it] }, atomic: false])
        then:
        answer.json.results*.status == [201] * 5 + [422] + [201] * 2
        counted.get() == 7
    }

    def 'a function has the rights of who called, and all of them only by sudo'() {
        expect:
        clerk.post('/api/desk/order', [name: 'secret']).status == 403
        answer(clerk, 'sudo') == 1
        answer(clerk, 'who')[1]
    }

    def 'what sudo raised ends where functions of other packs begin'() {
        given:
        def installed = install('other', ['hooks/mark.js': """
            export default {
              afterSave(mark, ctx) {
                let may = 'no'
                try { ctx.db.find('desk.secret'); may = 'yes' } catch (e) {}
                ctx.db.create('other.seen', { name: mark.name })
                console.log('secrets: ' + may + ', administrator: ' + ctx.user.hasRole('administrator'))
              }
            }""".stripIndent(), 'roles/anybody.yaml': 'title: Anybody\ngrants: { other.seen: { create: true, read: true } }\n'], ['mark', 'seen'])
        assert installed.status == 200: installed
        admin.post('/api/sys/user', [username: 'both', email: 'both@example.org', name: 'Both', password: 'correct horse battery', roles: ['desk.clerk', 'other.anybody']])
        def both = own.caller.withToken(own.caller.post('/api/auth/login', [username: 'both', password: 'correct horse battery']).json.accessToken as String)
        expect:
        answer(both, 'deep') == 1
        new spock.util.concurrent.PollingConditions(timeout: 10).eventually {
            assert admin.get("/api/sys/script_log?filter=hook=='other.mark:afterSave'").json.data*.message == ['secrets: no, administrator: false']
        }
    }

    def 'an event leaves when its transaction is kept, and does not when it is not'() {
        given:
        def heard = new java.util.concurrent.LinkedBlockingQueue<String>()
        peer.createContext('/heard') { exchange ->
            heard.add(exchange.requestBody.text)
            exchange.sendResponseHeaders(204, -1)
            exchange.close()
        }
        def hook = admin.post('/api/sys/webhook', [url: "http://localhost:${peer.address.port}/heard".toString(), events: ['desk.gone', 'desk.shipped'], active: true, allow_private: true])
        assert hook.status == 201: hook
        when:
        def refused = admin.post('/api/desk/order', [name: 'gone'])
        admin.post('/api/desk/order', [name: 'emit'])
        def first = new groovy.json.JsonSlurper().parseText(heard.poll(20, java.util.concurrent.TimeUnit.SECONDS))
        then:
        refused.status == 422
        first.toString().contains('desk.shipped')
        first.toString().contains('bike')
        heard.empty
    }

    def 'a function that goes too far is stopped: #name'() {
        when:
        def start = System.nanoTime()
        def answer = admin.post('/api/desk/order', [name: name])
        def seconds = (System.nanoTime() - start) / 1e9
        then:
        answer.status == status
        answer.json.code == code
        answer.text.contains(said)
        seconds < 4
        admin.get("/api/desk/order?filter=name=='$name'").json.data == []
        where:
        name        | status | code     | said
        'refused'   | 422    | 'AR-415' | 'hooks/order.js'
        'elsewhere' | 422    | 'AR-509' | 'https://example.org'
        'split'     | 422    | 'AR-501' | 'No header of HTTP'
        'spaced'    | 422    | 'AR-501' | 'No header of HTTP'
        'broken'    | 422    | 'AR-501' | 'No header of HTTP'
        'huge'      | 422    | 'AR-507' | '5242880 bytes of HTTP'
        'slow'      | 422    | 'AR-507' | '2000 milliseconds'
        'ai'        | 422    | 'AR-514' | 'ctx.ai'
        'loop'      | 422    | 'AR-507' | '5 levels of hooks'
    }

    def 'files are those that the caller may read, in mails too'() {
        given:
        def file = admin.with('Content-Type': 'application/octet-stream').post('/api/files?name=secret.txt', 'secret'.bytes).json.id
        admin.post('/api/desk/note', [name: "file:$file".toString()])

        expect:
        answer(admin, 'stolen') == 'secret'
        ['stolen', 'mailed'].every { clerk.post('/api/desk/order', [name: it]).json.code == 'AR-101' }
        admin.get('/api/sys/mail?filter=subject==%27Stolen%27').json.data == []
        new PollingConditions(timeout: 20).eventually {
            assert new Sql(own.database).firstRow("select html, cardinality(files) as files from tenant_main.\"sys\$mail\" where subject = 'With a file'".toString()) == [html: '<b>See there</b>', files: 1]
        }
    }

    def 'what was lent to a call is of no use in the next'() {
        expect:
        answer(admin, 'kept') == 'first'
        with(clerk.post('/api/desk/order', [name: 'kept'])) {
            status == 422
            text.contains('lent for one call')
        }
    }

    def 'mail and events leave with the transaction'() {
        expect:
        admin.get('/api/sys/mail?filter=subject==%27Hello%27').json.data*.recipient == ['ada@example.org']
        new PollingConditions(timeout: 20).eventually {
            assert admin.get('/api/sys/mail?filter=subject==%27Told%20of%20template%27').json.data*.recipient.contains('bea@example.org')
        }
    }
}
