package io.armature.engine.script

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.JsonNodeFactory
import com.sun.net.httpserver.HttpServer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.metadata.model.Model
import io.armature.testing.Models
import io.armature.testing.Slow
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Functions that failed run again elsewhere, and fail as they did. */
@Slow
class ReplaySpec extends HookSpecification {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).setNodeFactory(new JsonNodeFactory(true))

    static final String HOOKS = '''
        export default {
          beforeSave(order, ctx) {
            for (const line of order.lines) { line.qty = line.qty.plus('0.50'); line.note = 'now ' + line.amount }
            if (order.title !== 'quiet') fail(order, ctx)
          },
          action: {
            burst: { params: { amount: { type: 'decimal', required: true } }, run(input, ctx) { throw new Error('burst ' + input.amount.times('1.10').toString()) } },
            open(input, ctx) { throw new Error(Object.keys(input).join() + ctx.user.username + ctx.locale) },
            outer(input, ctx) { ctx.db.create('again.order', { title: 'inner' }) },
            refused(input, ctx) { ctx.refuse('No') },
          },
          job: { nightly(input, ctx) { ctx.progress(10); throw new Error(`nightly ${input.days} ${ctx.today}`) } },
        }
        const ways = {
          dice: (order, ctx) => [Math.random(), Math.random(), Date.now(), new Date().toISOString(), ctx.now.toString(), ctx.today.toString()],
          values: (order, ctx) => [order.total.times('1.1'), order.day.add({ days: 1 }), order.flags, order.lines.map(line => [line.qty, line.amount, line.note]), ctx.user, ctx.isNew],
          changed: (order, ctx) => { order.total = '7.00'; const line = order.lines.add({ qty: 2, price: '1.25' }); return [order.total, order.twice, line.amount, order.lines.length] },
          database: (order, ctx) => [ctx.db.find('again.note', { name: 'seed' }).map(note => note.weight), ctx.db.get('again.note', '01890a5d-ac96-774b-bcce-b302099a8057'), ctx.db.create('again.note', { name: 'made' }).name],
          caught: (order, ctx) => { try { ctx.db.create('again.note', { nme: 'x' }) } catch (e) { return [e.message] } },
          http: (order, ctx) => { const r = ctx.http.get(PEER + '/rate?key=hidden'); return [r.status, r.json().rate, r.headers['x-own']] },
        }
        function fail(order, ctx) {
          if (order.title === 'inner') throw new Error('within')
          if (order.title === 'loop') for (let i = 0; ; i++);
          if (order.title === 'deep') { const f = () => f(); f() }
          if (order.title === 'wrong') order.day = 'tomorrow'
          if (order.title === 'missing') order.titel = 'x'
          if (order.title === 'statements') for (let i = 0; i < 200; i++) ctx.db.find('again.note')
          console.log(JSON.stringify(ways[order.title](order, ctx)))
          throw new Error(order.title + ': ' + JSON.stringify(ways[order.title](order, ctx)))
        }
        '''

    @Shared HttpServer peer = HttpServer.create(new InetSocketAddress('localhost', 0), 0)
    @Shared @AutoCleanup TestServer own = new TestServer([ARMATURE_PRIVATE_PEERS: 'true'])
    @Shared Caller admin = own.administrator
    @Shared Model model

    def setupSpec() {
        int asked = 0
        peer.createContext('/rate') { exchange ->
            def body = """{"rate": 1.${++asked}0, "access_token": "very-secret-$asked"}""".toString().bytes
            exchange.responseHeaders.add('X-Own', 'yes')
            exchange.responseHeaders.add('Set-Cookie', 'session=very-secret')
            exchange.sendResponseHeaders(200, body.length)
            exchange.responseBody.withStream { it.write(body) }
        }
        peer.start()
        def origin = "http://localhost:${peer.address.port}".toString()
        administrator = admin
        def files = [
            'pack.yaml'          : "pack: again\nversion: 1.0.0\ntitle: Again\nengine: \">=0.1\"\ngrants: { http: [\"$origin\"] }\nlimits: { statements: 200000 }\n".toString(),
            'entities/order.yaml': '''
                label: title
                fields:
                  title: { type: text }
                  total: { type: decimal, default: 1.50 }
                  twice: { type: decimal, formula: "total * 2" }
                  day:   { type: date, default: "date('2026-01-31')" }
                  flags: { type: choices, options: { a: A, b: B } }
                  pin:   { type: password }
                  code:  { type: text, sensitivity: secret }
                  lines: { type: lines, of: again.line }
                ''',
            'entities/line.yaml' : '''
                label: note
                fields:
                  qty:    { type: decimal, default: 1 }
                  price:  { type: decimal, default: 2.00 }
                  note:   { type: text }
                  amount: { type: decimal, formula: "qty * price", stored: true }
                ''',
            'entities/note.yaml' : 'label: name\nfields: { name: { type: text }, weight: { type: decimal } }\n',
            'data/note.yaml'     : 'records: [{ external_id: one, name: seed, weight: 1.50 }]\n',
            'hooks/order.js'     : "const PEER = '$origin'\n".toString() + HOOKS.stripIndent(),
            'jobs/nightly.yaml'  : 'cron: 0 3 * * *\nhook: nightly\nwith: { days: 3 }\n',
        ].collectEntries { path, text -> [path, text.stripIndent()] } as Map<String, String>
        def answer = install('again', files)
        assert answer.status == 200: answer
        model = Models.of('again', files)
    }

    def cleanupSpec() { peer.stop(0) }

    List<JsonNode> now() {
        JSON.readTree(admin.get('/api/sys/script_failure?sort=created_at,id&limit=500').text).path('data').toList()
    }

    static JsonNode recording(JsonNode failure) { JSON.readTree(failure.path('recording').textValue()) }

    /** The failures that are kept, the latest last. */
    List<JsonNode> kept(int count) {
        new PollingConditions(timeout: 20).eventually {
            assert now().size() >= count
        }
        now()
    }

    JsonNode failed(Closure work) {
        int before = kept(0).size()
        work()
        kept(before + 1).last()
    }

    Replay.Outcome again(JsonNode failure, Model with = model) {
        def replay = new Replay(with)
        try {
            return replay.run(recording(failure))
        } finally {
            replay.close()
        }
    }

    def 'a function that failed fails again elsewhere, exactly: #title'() {
        when:
        def failure = failed {
            def answer = admin.post('/api/again/order', [title: title, flags: ['a', 'b'], pin: 'correct horse battery', code: 'X-17', lines: [[qty: 2, price: '1.10'], [qty: 1]]])
            assert answer.status == 422 && answer.json.errors[0].file == 'hooks/order.js': answer
        }
        def outcome = again(failure)
        then:
        outcome.failure.get() == recording(failure).path('failure')
        outcome.isSame(recording(failure))
        failure.path('hook').asText() == 'again.order:beforeSave'
        failure.path('file').asText() == 'hooks/order.js'
        failure.path('line').asInt() > 1
        !failure.toString().contains('correct horse')
        !failure.toString().contains('X-17')
        !failure.toString().contains('very-secret')
        !failure.toString().contains('hidden')
        where:
        title << ['dice', 'values', 'changed', 'database', 'caught', 'http', 'loop', 'deep', 'wrong', 'missing', 'statements']
    }

    def 'a record that was there is what it was, before and after'() {
        given:
        def id = admin.post('/api/again/order', [title: 'quiet', total: 3]).json.id
        when:
        def failure = failed { assert admin.patch("/api/again/order/$id", [title: 'values', total: 4]).status == 422 }
        def outcome = again(failure)
        then:
        outcome.isSame(recording(failure))
        outcome.failure.get().path('message').asText().contains('4.4')
    }

    def 'endpoints and jobs fail again too'() {
        when:
        def endpoint = failed { assert admin.post('/api/again/actions/burst', [amount: '2.50']).status == 422 }
        def open = failed { assert admin.post('/api/again/actions/open', [api_key: 'very-secret', b: 1]).status == 422 }
        def job = failed {
            def jobs = admin.get("/api/sys/job?filter=name=='again.nightly'").json.data
            assert admin.post("/api/sys/job/${jobs[0].id}/run", [days: 5]).status < 300
        }
        then:
        again(endpoint).isSame(recording(endpoint))
        endpoint.path('message').asText().contains('burst 2.75')
        again(open).isSame(recording(open))
        !open.toString().contains('very-secret')
        again(job).isSame(recording(job))
        job.path('message').asText().contains('nightly 5')
    }

    def 'a corrected function ends well on what failed'() {
        given:
        def failure = failed { assert admin.post('/api/again/order', [title: 'http']).status == 422 }
        def corrected = Models.of('again', ['entities/order.yaml': 'label: title\nfields: { title: { type: text }, total: { type: decimal }, lines: { type: lines, of: again.line } }\n',
            'entities/line.yaml': 'label: note\nfields: { note: { type: text }, qty: { type: decimal } }\n',
            'pack.yaml': "pack: again\nversion: 1.0.1\ntitle: Again\nengine: \">=0.1\"\ngrants: { http: [\"http://localhost:${peer.address.port}\"] }\n".toString(),
            'hooks/order.js': "export default { beforeSave(order, ctx) { order.title = ctx.http.get('http://localhost:${peer.address.port}/rate').json().rate + order.title; console.log(order.title) } }\n".toString()])
        when:
        def outcome = again(failure, corrected)
        then:
        outcome.failure.empty
        outcome.log.size() == 1
        outcome.log[0] ==~ /info 1\.\d+http/
    }

    def 'a failure within is kept once, and what is refused on purpose not at all'() {
        when:
        int before = kept(0).size()
        admin.post('/api/again/actions/refused', [:])
        admin.post('/api/again/actions/outer', [:])
        def all = kept(before + 1)
        then:
        all.size() == before + 1
        all.last().path('hook').asText() == 'again.order:beforeSave'
        all.last().path('message').asText().contains('within')
        admin.post('/api/sys/script_failure', [:]).status == 405
    }
}
