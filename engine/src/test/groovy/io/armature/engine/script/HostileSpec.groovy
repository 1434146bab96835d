package io.armature.engine.script

import io.armature.testing.Slow
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.util.concurrent.PollingConditions

/** More of what people try who mean harm: each is answered soon, without an error of the server, and nothing of it stays. */
@Slow
class HostileSpec extends HookSpecification {
    /** Runs the function at the end of the stack, and one level above, and one above that, as far as it likes. */
    static final String AT_THE_END = '''
        let edge = 0
        const deep = (n) => { try { !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!deep(n + 1) } catch (e) { edge++; if (edge < 40) work(edge) } }
        '''

    static final Map<String, String> BODIES = [
        raw_text      : "String.raw({ raw: { length: 4e9 } })",
        raw_own       : "const raw = []; raw.length = 4e9; String.raw({ raw })",
        padded        : "for (;;) 'a'.padEnd(9e6, 'abc').at(-1)",
        compared      : "const a = 'a'.repeat(5e6); for (;;) (a + 'b').localeCompare(a + 'c')",
        cased         : "const a = 'ß'.repeat(4e6); for (;;) a.toUpperCase()",
        assigned      : "for (;;) Object.assign({}, 'a'.repeat(1e6))",
        split_all     : "for (;;) 'a'.repeat(1e6).split('')",
        mapped        : "new Map(function* () { for (let i = 0; ; i++) yield [i, i] }())",
        grouped       : "Object.groupBy(function* () { for (;;) yield 1 }(), (x) => x)",
        all           : "return Promise.all(function* () { for (;;) yield Promise.resolve() }())",
        any           : "return Promise.race(function* () { for (;;) yield new Promise(() => {}) }())",
        helper        : "Iterator.from({ next: () => ({ done: false, value: 1 }) }).every(() => true)",
        dropped       : "Iterator.from({ next: () => ({ done: false, value: 1 }) }).drop(1e15).next()",
        flattened     : "Iterator.from(function* () { for (;;) yield [] }()).flatMap((x) => x).next()",
        awaited       : "return (async () => { for await (const x of (async function* () { for (;;) yield 1 })()); })()",
        chained       : "let p = Promise.resolve(); const go = () => { p = p.then(go); return new Promise((done) => p.then(done)) }; return go()",
        thenable      : "return { then(done) { done(this) } }",
        thenables     : "const t = { then(done) { Promise.resolve().then(() => done(t)) } }; return Promise.resolve(t)",
        opened        : "JSON.parse('['.repeat(4e6))",
        nested_json   : "let a = []; for (let i = 0; i < 2e5; i++) a = [a]; return JSON.stringify(a).length",
        nested_text   : "let a = []; for (let i = 0; i < 2e5; i++) a = [a]; return String(a).length",
        nested_flat   : "let a = []; for (let i = 0; i < 2e5; i++) a = [a]; return a.flat(Infinity).length",
        deep_chain    : "let o = {}; for (let i = 0; i < 2e5; i++) o = Object.create(o); for (;;) o.nothing",
        to_json       : "const o = { toJSON: () => ({ o }) }; JSON.stringify(o)",
        to_json_new   : "const make = () => ({ toJSON: () => [make(), make()] }); JSON.stringify(make())",
        reviver       : "JSON.parse('[1,2,3]', function (key, value) { return Array.isArray(value) || value === 3 ? value : [[value], JSON.parse('[1,2,3]', () => { for (;;); })] })",
        value_of      : "const o = { valueOf() { return +o } }; +o",
        primitive     : "const o = { [Symbol.toPrimitive]() { for (;;); } }; `\${o}`",
        has_instance  : "class A { static [Symbol.hasInstance]() { for (;;); } } return ({}) instanceof A",
        species       : "class A extends Array { static get [Symbol.species]() { for (;;); } } return new A(3).map((x) => x)",
        alternatives  : "new RegExp('(' + Array.from({ length: 2e5 }, (x, i) => 'a' + i).join('|') + ')*b').test('a1'.repeat(1000))",
        look_behind   : "return /(?<=(a+)+)b/.test('a'.repeat(40000) + 'c')",
        back_again    : "for (let i = 0; ; i++) /(a*)*\\1c/.test('a'.repeat(30) + i)",
        classes       : "for (let i = 0; ; i++) new RegExp('[\\\\p{L}--[a-z' + i + ']]{1,50}', 'v').test('ä'.repeat(100))",
        bounded       : "new RegExp('(?:a{0,2000}b{0,2000}){0,2000}\$').test('ab'.repeat(1000) + 'c')",
        buffers       : "const all = []; for (;;) all.push(new Uint8Array(9e6))",
        growing       : "const b = new ArrayBuffer(8, { maxByteLength: 2 ** 40 }); b.resize(2 ** 38)",
        joined_typed  : "return new Uint8Array(9e6).join('x'.repeat(1000)).length",
        formats       : "for (;;) new Intl.DateTimeFormat('ar-EG-u-nu-arab', { timeZone: 'Asia/Kolkata', dateStyle: 'full' }).format(0)",
        zones         : "for (;;) Temporal.ZonedDateTime.from('2020-01-01T00:00[Europe/Paris]').getTimeZoneTransition('next')",
        stack_limit   : "Error.stackTraceLimit = 1e9; const f = () => { throw new Error('x') }; for (;;) try { f() } catch (e) { e.stack }",
        labelled      : "a: for (;;) { b: for (;;) { continue a } }",
        switching     : "let s = 0; for (;;) switch (s) { case 0: s = 1; break; default: s = 0 }",
        catching      : "for (;;) { try { ctx.db.get('no.such', 'x') } catch (e) {} }",
        finding       : "for (;;) { try { ctx.db.find('quiet.calm') } catch (e) {} }",
        logging       : "for (;;) { try { ctx.log({ toString() { throw 1 } }) } catch (e) {} }",
        told_getter   : "ctx.db.create('quiet.calm', { get name() { for (;;); } })",
        told_list     : "ctx.db.create('quiet.calm', new Array(4e6).fill({ name: 'x' }))",
        told_cycle    : "const o = {}; o.name = o; ctx.db.create('quiet.calm', o)",
        thrown_text   : "throw { toString() { for (;;); } }",
        thrown_name   : "const e = new Error('x'); Object.defineProperty(e, 'message', { get() { for (;;); } }); Object.defineProperty(e, 'name', { get() { for (;;); } }); throw e",
        thrown_null   : "throw null",
        thrown_symbol : "throw Symbol('x')",
        thrown_ctx    : "throw ctx",
        thrown_long   : "throw new Error('\\u0000' + 'x'.repeat(9e6))",
        thrown_many   : "throw new AggregateError(new Array(1e5).fill(new Error('x')), 'y')",
        refused_text  : "ctx.refuse({ toString() { for (;;); } })",
        refused_long  : "ctx.refuse('x'.repeat(9e6))",
        nul_log       : "console.log('a\\u0000b'); console.log('\\ud800'); console.log(Symbol('s')); throw new Error('after')",
        nul_value     : "note.name = 'a\\u0000b'",
        half_value    : "note.name = 'a\\ud800b'",
        nul_filter    : "ctx.db.find('quiet.calm', { name: 'a\\u0000b' })",
        nul_mail      : "ctx.mail({ to: 'ada@example.org', subject: 'a\\u0000b', text: 'c\\u0000\\ud800d' })",
        mail_header   : "ctx.mail({ to: 'ada@example.org\\r\\nBcc: eve@example.org', subject: 'x\\r\\nBcc: eve@example.org', text: '' })",
        nul_event     : "ctx.emit('told', { text: 'a\\u0000b\\ud800' })",
        nul_notice    : "ctx.notify(ctx.user.id, 'a\\u0000b\\ud800')",
        nul_text      : "ctx.t('{x}', { x: '\\u0000' }); ctx.t('{x}'.repeat(1e6), { x: 'y'.repeat(1e6) })",
        wrong_field   : "note.version = 99; note.created_at = '1970-01-01T00:00:00Z'; note.id = '00000000-0000-0000-0000-000000000000'",
        freezing      : "Object.freeze(note); Object.freeze(ctx)",
        defining      : "Object.defineProperty(note, 'name', { get() { for (;;); } })",
        deleting      : "delete note.name; delete ctx.db; Reflect.deleteProperty(ctx, 'user')",
        inheriting    : "Object.setPrototypeOf(note, { x: 1 })",
        wide          : "const f = (...a) => a.length; for (;;) f(...new Array(65000).fill(0))",
        far_zone      : "Temporal.PlainDateTime.from('-271821-04-20T00:00').until('+275760-09-13T00:00', { largestUnit: 'days' }); new Date(8.64e15).toLocaleString('en', { timeZone: 'Asia/Kolkata' })",
        edge_find     : AT_THE_END + "const work = () => ctx.db.find('quiet.calm', { name: 'seed' }); deep(0); const found = ctx.db.find('quiet.calm', { name: 'seed' }); if (found.length !== 1 || found[0].name !== 'seed') throw new Error('mixed up')",
        edge_create   : AT_THE_END + "const work = () => { try { ctx.db.create('quiet.calm', { name: 'edge' }) } catch (e) {} }; deep(0); if (ctx.db.find('quiet.calm', { name: 'seed' })[0].name !== 'seed') throw new Error('mixed up')",
        edge_text     : AT_THE_END + "const work = () => { ctx.log(Decimal('1.5').times(3)); note.name = 'x' + ctx.today }; deep(0)",
    ]

    def setupSpec() {
        assert install('quiet', ['hooks/calm.js': 'export default { beforeSave(note) { if (note.name !== "seed") note.name = note.name.toUpperCase() } }'], ['calm']).status == 200
        def answer = install('evil',
            BODIES.collectEntries { name, body -> ["hooks/${name}.js".toString(), "export default {\n  beforeSave(note, ctx) {\n$body\n  }\n}\n".toString()] },
            BODIES.keySet().toList(), 'grants: { mail: true }\nlimits: { milliseconds: 400, statements: 20000000 }\n')
        assert answer.status == 200: answer
        assert administrator.post('/api/quiet/calm', [name: 'seed']).status == 201
        administrator.post('/api/quiet/calm', [name: 'warm'])
    }

    def 'it is answered soon, and never by an error of the server: #name'() {
        when:
        def start = System.nanoTime()
        def answer = administrator.post("/api/evil/$name", [name: 'x'])
        def millis = (System.nanoTime() - start) / 1_000_000

        then:
        answer.status in [201, 422, 403, 404, 400]
        millis < 3000
        (answer.text ?: '').length() < 20_000
        !answer.text.contains('mixed up')
        administrator.post('/api/quiet/calm', [name: 'a']).json.name == 'A'
        administrator.get('/api/quiet/calm?filter=name==%27seed%27').json.data.size() == 1

        where:
        name << BODIES.keySet()
    }

    def 'what failed is written down, whatever it said'() {
        expect:
        new PollingConditions(timeout: 20).eventually {
            ['nul_log', 'thrown_long', 'thrown_text'].each { assert administrator.get("/api/sys/script_failure?filter=hook=='evil.$it:beforeSave'").json.data.size() == 1 }
            assert administrator.get("/api/sys/script_log?filter=hook=='evil.nul_log:beforeSave'").json.data.size() == 3
        }
        administrator.get('/api/sys/error').json.data.findAll { it.message?.contains('script') } == []
    }

    def 'many that hoard memory at once take it from themselves'() {
        given:
        def greedy = Executors.newFixedThreadPool(24)

        when:
        def answers = (1..24).collect { greedy.submit({ administrator.post('/api/evil/buffers', [name: 'x']).status } as Callable<Integer>) }
        def calm = (1..20).collect { administrator.post('/api/quiet/calm', [name: 'a']).status }

        then:
        answers*.get(60, TimeUnit.SECONDS).every { it in [422, 503] }
        calm.every { it == 201 }

        cleanup:
        greedy.shutdownNow()
    }

    def 'one that catches what tells it that its #what are used up is ended all the same'() {
        given:
        def pack = "stubborn_$what".toString()
        def hook = "export default { beforeSave(note, ctx) { for (;;) try { $work } catch (e) {} } }".toString()
        assert install(pack, ['hooks/thing.js': hook], ['thing'], "limits: { $what: 1, milliseconds: 60000, statements: 1000000000 }\n".toString()).status == 200

        when:
        def start = System.nanoTime()
        def answer = administrator.post("/api/$pack/thing", [name: 'x'])
        def millis = (System.nanoTime() - start) / 1_000_000

        then:
        answer.status == 422
        answer.json.code == 'AR-507'
        millis < 5_000

        where:
        what   | work
        'sql'  | "ctx.db.find('quiet.calm')"
        'rows' | "ctx.db.get('quiet.calm', note.id)"
    }

    def 'no thread of theirs is left behind'() {
        expect:
        new PollingConditions(timeout: 30).eventually {
            def left = Thread.allStackTraces.findAll { it.key.name == 'script' && it.value.any { frame -> frame.className.startsWith('com.oracle.truffle.js') } }
            assert left.values().collect { it.take(20).join('\n') }.join('\n\n') == ''
        }
    }
}
