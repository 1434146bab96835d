package io.armature.engine.script

import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerProcess
import io.armature.testing.Database
import io.armature.testing.Slow
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Hostile functions, while others work. The node has a process of its own: what others wait would else be the collector's work on
 * all that the specs before this one have left in the heap.
 */
@Slow
class SandboxSpec extends Specification {
    static final Map<String, String> HOSTILE = [
        loop      : 'while (true);',
        forever   : 'for (;;) { try { throw 1 } finally { continue } }',
        recursion : 'const f = () => f(); f()',
        stubborn  : 'function f() { try { f() } catch (e) { f() } } f()',
        finalist  : 'function f() { try { f() } finally { f() } } f()',
        array     : 'const a = []; while (true) a.push(a.slice())',
        filled    : 'new Array(4e9 >>> 0).fill(1)',
        text      : "let s = 'ab'; while (true) s += s",
        pieces    : "const all = []; while (true) all.push('x'.repeat(100000).split(''))",
        map       : 'const m = new Map(); for (let i = 0; ; i++) m.set(i, [i])',
        regex     : "const s = 'a'.repeat(60); for (let i = 0; i < 1e5; i++) /^(a+)+\$|(x+x+)+\\1y/.test(s + i)",
        promise   : 'const p = () => Promise.resolve().then(p); return p()',
        unsettled : 'return new Promise(() => {})',
        generator : 'function* g() { for (;;) yield 1 } [...g()]',
        sorting   : 'Array.from({ length: 5000 }, (x, i) => i).sort(() => { for (;;); })',
        likeness  : 'Array.prototype.every.call({ length: 4e9 }, () => true)',
        made      : 'Array.from({ length: 4e9 })',
        getter    : 'JSON.stringify({ get x() { for (;;); } })',
        numbers   : "let d = Decimal('1.1'); for (;;) d = d.times(d)",
        search    : "return 'a'.repeat(5e6).indexOf('a'.repeat(2e6) + 'b')",
        replaced  : "return 'a'.repeat(5e6).replaceAll('a', 'b'.repeat(1e6)).length",
        pattern   : "return 'a'.repeat(1e6).replace(/a/g, '\$`').length",
        joined    : "return new Array(5e6).fill('x').join('y'.repeat(1e6)).length",
        ordered   : "const a = new Array(4e6).fill('x'); for (let i = 0; i < 1e6; i++) a[i * 4] = 'y' + (i * 7919 % 1e6); for (;;) a.sort()",
        typed     : "const a = new Float64Array(1e7); for (;;) { a.fill(2); a.sort() }",
        json      : "const a = new Array(1e6).fill('x'.repeat(100)); return JSON.stringify(new Array(1000).fill(a)).length",
        parsed    : "const t = '[' + '1,'.repeat(4e6) + '1]'; for (;;) JSON.parse(t)",
        nested    : "let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a.flat(Infinity).length",
        printed   : "let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return String(a).length",
        holes     : "const a = []; a.length = 4e9; return [...a].length",
        holed     : "const a = []; a.length = 4e9; return Array.from(a).length",
        collected : "const a = []; a.length = 4e9; return new Set(a).size",
        dropped   : "const a = []; a.length = 4e9; return a.values().drop(3e9).next().done",
        listed    : "const a = []; a.length = 4e9; return JSON.stringify(a).length",
        keyed     : "const a = []; a.length = 4e9; return Reflect.ownKeys(a).length + Object.entries(a).length + Object.fromEntries(a)",
        assigned  : "return Object.keys(Object.assign({}, 'x'.repeat(1e7))).length",
        entered   : "return Object.entries(new Array(4e6).fill('x')).length",
        normal    : "for (let i = 0; ; i++) '\\u0344'.repeat(3e6).normalize('NFD')",
        months    : "for (;;) Temporal.PlainDate.from('-271821-04-20').until('+275760-09-13', { largestUnit: 'months' })",
        escaped   : "const t = '€'.repeat(3e6); for (;;) encodeURIComponent(t)",
        spread    : "const a = new Array(60000).fill(1); for (;;) Math.max(...a)",
        groups    : "return new RegExp(Array.from({ length: 30000 }, (x, i) => '(?<a' + i + '>x)?').join('')).exec('x'.repeat(30000))",
        optional  : "return new RegExp('(x)?'.repeat(1000)).test('x')",
        ways      : "return new RegExp('(?:\\\\b|x)'.repeat(20)).test('x')",
        literal   : "return /${'(?:\\b|x)' * 20}/.test('x')",
        matched   : "return 'x'.match('(?:\\\\b|x)'.repeat(20))",
        searched  : "return 'x'.search('(?:\\\\b|x)'.repeat(20))",
        all       : "return [...'x'.matchAll('(?:\\\\b|x)'.repeat(20))]",
        derived   : "class Own extends RegExp {} return new Own('(?:\\\\b|x)'.repeat(20))",
        alike     : "return RegExp.prototype[Symbol.split].call({ [Symbol.match]: true, source: '(?:\\\\b|x)'.repeat(20), flags: '', constructor: undefined }, 'x')",
        disguised : "return 'a'.repeat(5e6).indexOf({ [Symbol.split]: 1, toString: () => 'a'.repeat(2e6) + 'b' })",
        numerals  : "return new Intl.NumberFormat('en').format('1'.repeat(1e6))",
        exponent  : "return new Intl.NumberFormat('en').format('1e99999999')",
        ranged    : "return new Intl.NumberFormat('en').formatRange('1', { toString: () => '9'.repeat(1e6) })",
        segmented : "return new Intl.Segmenter('ja', { granularity: 'word' }).segment('漢'.repeat(5e6)).containing(4e6).index",
        bytes     : "for (;;) JSON.stringify(new Uint8Array(9e5))",
        again     : "const o = {}; for (let i = 0; i < 26; i++) o[String.fromCharCode(97 + i)] = 1; for (;;) JSON.stringify(new Array(5e4).fill(o))",
        chosen    : "const o = {}; for (let i = 0; i < 26; i++) o[String.fromCharCode(97 + i)] = 1; for (;;) JSON.stringify(new Array(5e4).fill(o), Object.keys(o))",
        waiting   : "for (;;) await 1",
        logs      : "for (;;) console.log('x'.repeat(1000))",
    ]

    /** They keep the engine of regular expressions busy for ever, before it looks at a letter. */
    static final List<String> PATTERNS = ['groups', 'optional', 'ways', 'literal', 'matched', 'searched', 'all', 'derived', 'alike']

    /** Bounded beforehand: such a call fails by itself, or is over soon. */
    static final Set<String> BOUNDED = ['text', 'filled', 'likeness', 'made', 'numbers', 'typed', 'listed', 'keyed', 'search', 'replaced', 'pattern',
        'joined', 'json', 'printed', 'holed', 'normal', 'assigned', 'entered', *PATTERNS, 'disguised', 'numerals', 'exponent', 'ranged', 'segmented'] as Set

    static final Map<String, String> SOON = [
        explosion: "return new RegExp('((a{1,999}){1,999}){1,999}').test('a')",
        backtrack: "return /^(a+a+)+\\1y/.test('a'.repeat(50))",
        rounded  : "return Temporal.Duration.from({ hours: 2e9 }).round({ largestUnit: 'years', relativeTo: '2020-01-01' }).years",
    ]

    /** Not to be stopped, nor refused beforehand: there is no function that is called. It takes some seconds. */
    static final Map<String, String> STUCK = [numeral: "return +('0x' + 'f'.repeat(5e5))"]

    static final Map<String, String> HOARDING = [hoard: "const all = []; for (;;) all.push(new Uint8Array(9e5))"]

    static final Map<String, String> CURIOUS = [
        java      : "return typeof Java + typeof Packages + typeof Polyglot + typeof Graal + typeof java",
        load      : "return typeof load + typeof print + typeof read + typeof quit + typeof require + typeof process",
        evaluate  : "try { return eval('1') } catch (e) { return e.name }",
        function  : "try { return (() => {}).constructor('return 1')() } catch (e) { return e.name }",
        async     : "try { return (async () => {}).constructor('return 1') } catch (e) { return e.name }",
        include   : "return import('fs').then(() => 'in', (e) => 'out')",
        time      : "return typeof setTimeout + typeof fetch + typeof XMLHttpRequest + typeof WebAssembly",
        classes   : "return String(note.getClass) + String(note.class) + String(ctx.getClass) + String(ctx.db.class)",
        prototype : "try { Object.prototype.polluted = 1; return 'in' } catch (e) { return e.name }",
        array     : "try { Array.prototype.map = () => 'mine'; return 'in' } catch (e) { return e.name }",
        regular   : "try { RegExp.prototype.test = () => true; return 'in' } catch (e) { return e.name }",
        global    : "try { globalThis.left = 1; return 'in' } catch (e) { return e.name }",
        date      : "try { Date.now = () => 1; return 'in' } catch (e) { return e.name }",
        promise   : "try { Promise.prototype.then = () => 1; return 'in' } catch (e) { return e.name }",
        iterator  : "try { [][Symbol.iterator]().__proto__.next = () => 1; return 'in' } catch (e) { return e.name }",
        generator : "try { (function* () {})().__proto__.__proto__.next = () => 1; return 'in' } catch (e) { return e.name }",
        shadowing : "const e = new Error('x'); e.name = 'Own'; const o = {}; o.toString = () => 'own'; class Mine extends Error { constructor() { super('m'); this.name = 'Mine' } } return e.name + o + new Mine().name",
        stack     : "try { null.x } catch (e) { return /at .*hooks|io\\.armature/.test(e.stack) && /io\\.armature/.test(e.stack) ? 'host' : 'clean' }",
        caught    : "try { ctx.db.get('no.such', 'x') } catch (e) { return [typeof e.getClass, typeof e.getStackTrace, typeof e.cause, e.constructor === Error].join() }",
    ]

    /** All the ways in which a text, an array or an object becomes the properties of another: no limit can end one that has begun. */
    static final Map<String, String> COPIES = [
        spread            : "return {...long}",
        spread_within     : "return { a: { b: [{...long}] } }",
        spread_of_object  : "return {...Object(long)}",
        spread_of_array   : "return {...new Array(4e6).fill(1)}",
        spread_of_numbers : "return {...new Uint8Array(9e5)}",
        spread_of_many    : "const o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; return {...o}",
        spread_in_default : "return ((t, o = {...t}) => 1)(long)",
        spread_in_field   : "class A { f = {...long} } return new A()",
        spread_in_private : "class A { #f = {...long} } return new A()",
        spread_in_static  : "class A { static f = {...long} } return A",
        spread_in_block   : "class A { static { const o = {...long} } } return A",
        spread_in_key     : "class A { [({...long}, 'a')]() {} } return A",
        spread_in_heritage: "class A extends ({...long}, Object) {} return A",
        spread_in_super   : "class A extends Object { constructor() { super({...long}) } } return new A()",
        spread_in_template: "return ((parts, o) => 1)`\${{...long}}`",
        spread_in_case    : "switch (1) { case ({...long}, 1): return 1 }",
        spread_in_arrow   : "return ((t) => ({...t}))(long)",
        spread_yielded    : "function* g(t) { yield {...t} } return g(long).next()",
        spread_sent       : "function* g() { return {...(yield 1)} } const i = g(); i.next(); return i.next(long)",
        spread_awaited    : "return (async (t) => ({...await t}))(long)",
        spread_streamed   : "const i = (async function* () { yield 1; yield {...long} })(); return i.next().then(() => i.next())",
        rest              : "const {...r} = long; return r",
        rest_but_one      : "const {a, ...r} = long; return r",
        rest_assigned     : "let r; ({...r} = long); return r",
        rest_nested       : "const { a: [{...r}] } = { a: [long] }; return r",
        rest_by_default   : "const { a: {...r} = long } = {}; return r",
        rest_of_many      : "const o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; const {k1, ...r} = o; return r",
        rest_given        : "return (({...r}) => 1)(long)",
        rest_constructed  : "class A { constructor({...r}) {} } return new A(long)",
        rest_set          : "({ set a({...r}) {} }).a = long",
        rest_called_back  : "return [long].map(({...r}) => 1)",
        rest_looped       : "for (const {...r} of [long]) return r",
        rest_looped_over  : "for (const {...r} in { [long]: 1 }) return r",
        rest_begun        : "for (const {...r} = long; ;) return r",
        rest_caught       : "try { throw long } catch ({...r}) { return r }",
        rest_resumed      : "function* g() { const x = yield 1; const {...r} = x; yield r } const i = g(); i.next(); return i.next(long)",
        rest_settled      : "return Promise.resolve(long).then(({...r}) => 1)",
        rest_streamed     : "return (async () => { for await (const {...r} of [long]); })()",
        assigned          : "return Object.assign({}, long)",
        created           : "return Object.create({}, new Array(4e6).fill({ value: 1 }))",
        defined           : "return Object.defineProperties({}, Object(long))",
        described         : "const o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; return Object.getOwnPropertyDescriptors(o)",
        frozen            : "return Object.freeze(new Array(4e6).fill(1))",
        sealed            : "return Object.seal(Object(long))",
        asked             : "return Object.isFrozen(Object.preventExtensions(new Array(4e6).fill(1)))",
        owned             : "return Reflect.ownKeys(Object(long))",
        named             : "return Object.keys(new Array(4e6).fill(1))",
        marked            : "return Object.getOwnPropertySymbols(Object(long))",
        chosen            : "const a = []; a.length = 4e9; return JSON.stringify({}, a)",
        localized         : "return Intl.getCanonicalLocales({ length: 4e9 })",
        formatted         : "return new Intl.NumberFormat({ length: 4e9 })",
        supported         : "const f = () => 1; Object.defineProperty(f, 'length', { value: 4e9 }); return Intl.Collator.supportedLocalesOf(f)",
        compared          : "return 'a'.localeCompare('b', { length: 4e9 })",
        dated             : "return Temporal.PlainDate.from('2020-01-01').toLocaleString({ length: 4e9 })",
    ]

    @Shared @TempDir Path folder
    @Shared @AutoCleanup ServerProcess server
    @Shared Caller administrator

    def setupSpec() {
        server = new ServerProcess(Database.url(Database.fresh()), [ARMATURE_DB_USER: 'postgres'], folder)
        server.start()
        administrator = server.caller
        def entities = (HOSTILE + SOON + HOARDING + STUCK).keySet().collect { "bad_$it".toString() } + CURIOUS.keySet().collect { "nosy_$it".toString() } + ['calm']
        def hooks = (HOSTILE + SOON + HOARDING + STUCK).collectEntries { name, body -> ["hooks/bad_${name}.js".toString(), "export default {\n  ${name == 'waiting' ? 'async ' : ''}beforeSave(note, ctx) {\n    $body\n  }\n}\n".toString()] } +
            CURIOUS.collectEntries { name, body -> ["hooks/nosy_${name}.js".toString(), "const answer = (note, ctx) => {\n$body\n}\nexport default { async beforeSave(note, ctx) { note.name = String(await answer(note, ctx)) } }\n".toString()] } +
            ['hooks/calm.js': 'export default { beforeSave(note) { note.name = note.name.toUpperCase() } }']
        def answer = HookSpecification.installBy(administrator, 'jail', hooks, entities, 'limits: { milliseconds: 1000, statements: 20000000 }\n')
        assert answer.status == 200: answer
        // Time enough, so that it is not time that ends them.
        answer = HookSpecification.installBy(administrator, 'copier',
            ['hooks/copied.js': "const long = 'x'.repeat(9e6)\nconst forms = {\n${COPIES.collect { name, body -> "  $name() { $body }," }.join('\n')}\n" +
                "  plain() { const o = { a: 1, b: { c: 2 } }; const { a, ...r } = { ...o, d: 4 }; return JSON.stringify([r, { ...null }, { ...'ab' }, { ...[1, 2] }, { ...5 }]) },\n" +
                "  local() { class Own extends Intl.NumberFormat {} return [new Own('de').format(1.5), new Own(['de', 'en']) instanceof Intl.NumberFormat, Intl.NumberFormat('fr').format(1.5), " +
                "new Intl.NumberFormat(new Intl.Locale('de')).format(2.5), Intl.Collator.supportedLocalesOf('en'), (1.5).toLocaleString('de')].join() },\n" +
                "  expressions() { const t = [/a(b)/g.exec('ab')[1], 'a-b'.split(/-/), 'aXbX'.replaceAll(/x/gi, '.'), 'ab'.match('b').index, [...'abab'.matchAll(/b/g)].length, 'xay'.search('a'), " +
                "new RegExp(/a/g, 'i').flags, RegExp('a') instanceof RegExp, /a/.constructor === RegExp, 'abc'.split().length, 'undefined'.indexOf(), 'a1b2'.split(new (class Own extends RegExp {})('\\\\d'))]; return t.join() },\n" +
                "  written() { return [JSON.stringify({ b: 1, a: [{ b: 2, c: 3 }], d: Decimal('1.50') }), JSON.stringify({ a: [{ b: 2, c: 3 }], b: 1 }, ['b', 'a']), JSON.stringify(undefined), " +
                "JSON.stringify({ a: new Number(3), b: undefined, toJSON() { return { a: this.a } } }, ['a'])].join() },\n" +
                "  shown() { const format = new Intl.NumberFormat('de').format; return [format('12345678901234567890.125'), [1.5, Decimal('2.50')].map((x) => format(x)), new Intl.NumberFormat('en').formatRange(1, '2')].join() },\n" +
                "}\nexport default { async beforeSave(note) { note.name = String(await forms[note.name]()) } }\n"],
            ['copied'], 'limits: { milliseconds: 5000 }\n')
        assert answer.status == 200: answer
        administrator.post('/api/jail/calm', [name: 'warm'])
    }

    /** Somebody who goes on writing while it runs; tells the longest that one write took, in nanoseconds. */
    Future<Long> writesWhile(AtomicBoolean running, ExecutorService somebody) {
        somebody.submit({
            long longest = 0
            while (running.get()) {
                def from = System.nanoTime()
                assert administrator.post('/api/jail/calm', [name: 'a']).json.name == 'A'
                longest = Math.max(longest, System.nanoTime() - from)
            }
            longest
        } as Callable<Long>)
    }

    def 'a runaway is stopped, tells its budget, leaves nothing, and nobody waits for it: #name'() {
        given:
        def others = Executors.newFixedThreadPool(2)
        def longest = 0L
        def running = new AtomicBoolean(true)
        def calm = (1..2).collect { writesWhile(running, others) }
        when:
        def start = System.nanoTime()
        def answer = administrator.post("/api/jail/bad_$name", [name: 'x'])
        def millis = (System.nanoTime() - start) / 1_000_000
        running.set(false)
        longest = calm.collect { it.get(10, TimeUnit.SECONDS) }.max() / 1_000_000
        println "SandboxSpec: $name took $millis ms, others $longest ms"
        then:
        answer.status == 422
        answer.json.code in (name == 'unsettled' ? ['AR-508'] : name in BOUNDED ? ['AR-501', 'AR-507'] : ['AR-507'])
        answer.json.errors[0].file == "hooks/bad_${name}.js"
        answer.json.errors[0].line in [2, 3] && answer.json.errors[0].column > 0
        answer.json.detail.contains('`jail`')
        millis < 2000
        longest < 1000
        administrator.get("/api/jail/bad_$name").json.data == []
        cleanup:
        running.set(false)
        others.shutdownNow()
        where:
        name << HOSTILE.keySet()
    }

    def 'what cannot be stopped once it has begun is refused before it begins, many at once, and nobody waits'() {
        given:
        def hostile = Executors.newFixedThreadPool(4)
        def running = new AtomicBoolean(true)
        def calm = writesWhile(running, Executors.newSingleThreadExecutor())

        when:
        def answers = COPIES.keySet().collectEntries { name ->
            [name, hostile.submit({ administrator.post('/api/copier/copied', [name: name]) } as Callable)]
        }.collectEntries { name, answer -> [name, answer.get(60, TimeUnit.SECONDS)] }
        running.set(false)
        def longest = calm.get(10, TimeUnit.SECONDS) / 1_000_000
        println "SandboxSpec: ${COPIES.size()} copies, others $longest ms"

        then:
        answers.findAll { it.value.status != 422 || it.value.json.code != 'AR-501' || !it.value.json.detail.contains('RangeError') } == [:]
        longest < 1000

        cleanup:
        running.set(false)
        hostile.shutdownNow()
    }

    def 'what is of a usual size is copied as ever, and locales are taken as ever'() {
        expect:
        administrator.post('/api/copier/copied', [name: 'plain']).json.name == '[{"b":{"c":2},"d":4},{},{"0":"a","1":"b"},{"0":1,"1":2},{}]'
        administrator.post('/api/copier/copied', [name: 'local']).json.name == '1,5,true,1,5,2,5,en,1,5'
        administrator.post('/api/copier/copied', [name: 'expressions']).json.name == 'b,a,b,a.b.,1,2,1,i,true,true,1,0,a,b,'
        administrator.post('/api/copier/copied', [name: 'written']).json.name == '{"b":1,"a":[{"b":2,"c":3}],"d":"1.50"},{"b":1,"a":[{"b":2}]},,{"a":3}'
        administrator.post('/api/copier/copied', [name: 'shown']).json.name == '12.345.678.901.234.567.890,125,1,5,2,5,1–2'
    }

    def 'a function that was given up is not begun again while it is at work, and others are'() {
        given:
        def patience = new spock.util.concurrent.PollingConditions(timeout: 60)

        when:
        def given = administrator.post('/api/jail/bad_numeral', [name: 'x'])
        def next = administrator.post('/api/jail/bad_numeral', [name: 'x'])

        then:
        [given.status, given.json.code] == [422, 'AR-507']
        [next.status, next.json.code] == [503, 'AR-519']
        administrator.post('/api/jail/calm', [name: 'a']).json.name == 'A'
        patience.eventually { assert administrator.post('/api/jail/bad_numeral', [name: 'x']).json.code == 'AR-507' }
        patience.eventually { assert !server.threads().contains('BigInteger') }
    }

    def 'calls are stopped in time also after memory has run out'() {
        given:
        def greedy = Executors.newFixedThreadPool(16)

        when:
        (1..16).collect { greedy.submit({ administrator.post('/api/jail/bad_hoard', [name: 'x']).status } as Callable<Integer>) }*.get(60, TimeUnit.SECONDS)
        def start = System.nanoTime()
        def answer = administrator.post('/api/jail/bad_loop', [name: 'x'])

        then:
        answer.status == 422
        answer.json.code == 'AR-507'
        System.nanoTime() - start < 2_500_000_000L
        administrator.post('/api/jail/calm', [name: 'a']).json.name == 'A'

        cleanup:
        greedy.shutdownNow()
    }

    def 'what looks endless and is not is over soon: #name'() {
        when:
        def start = System.nanoTime()
        def answer = administrator.post("/api/jail/bad_$name", [name: 'x'])
        then:
        answer.status in [201, 422]
        System.nanoTime() - start < 2_000_000_000L
        where:
        name << SOON.keySet()
    }

    def 'no thread of a runaway is left behind'() {
        expect:
        new spock.util.concurrent.PollingConditions(timeout: 10).eventually {
            def threads = server.threads()
            assert threads.contains('"main"')
            assert threads.split(/\n(?=")/).findAll { it.startsWith('"script"') && it.contains('at com.oracle.truffle.js') }.empty
        }
    }

    def 'nothing leads out, and nothing stays behind: #name'() {
        expect:
        2.times { assert administrator.post("/api/jail/nosy_$name", [name: 'x']).json.name == outcome }
        where:
        name        | outcome
        'java'      | 'undefined' * 5
        'load'      | 'undefined' * 6
        'evaluate'  | 'EvalError'
        'function'  | 'EvalError'
        'async'     | 'EvalError'
        'include'   | 'out'
        'time'      | 'undefined' * 4
        'classes'   | 'undefined' * 4
        'prototype' | 'TypeError'
        'array'     | 'TypeError'
        'regular'   | 'TypeError'
        'global'    | 'TypeError'
        'date'      | 'TypeError'
        'promise'   | 'TypeError'
        'iterator'  | 'TypeError'
        'generator' | 'TypeError'
        'shadowing' | 'OwnownMine'
        'stack'     | 'clean'
        'caught'    | 'undefined,undefined,undefined,true'
    }
}
