package io.armature.engine.script

import io.armature.testing.Slow
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.Shared

/** Hostile functions, while others work. */
@Slow
class SandboxSpec extends HookSpecification {
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
        logs      : "for (;;) console.log('x'.repeat(1000))",
    ]

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

    @Shared Map<String, Object> before

    def setupSpec() {
        def entities = HOSTILE.keySet().collect { "bad_$it".toString() } + CURIOUS.keySet().collect { "nosy_$it".toString() } + ['calm']
        def hooks = HOSTILE.collectEntries { name, body -> ["hooks/bad_${name}.js".toString(), "export default {\n  beforeSave(note, ctx) {\n    $body\n  }\n}\n".toString()] } +
            CURIOUS.collectEntries { name, body -> ["hooks/nosy_${name}.js".toString(), "const answer = (note, ctx) => {\n$body\n}\nexport default { async beforeSave(note, ctx) { note.name = String(await answer(note, ctx)) } }\n".toString()] } +
            ['hooks/calm.js': 'export default { beforeSave(note) { note.name = note.name.toUpperCase() } }']
        def answer = install('jail', hooks, entities, 'limits: { milliseconds: 1000, statements: 20000000 }\n')
        assert answer.status == 200: answer
        administrator.post('/api/jail/calm', [name: 'warm'])
    }

    def 'a runaway is stopped, tells its budget, leaves nothing, and nobody waits for it: #name'() {
        given:
        def others = Executors.newFixedThreadPool(2)
        def longest = 0L
        def running = true
        def calm = (1..2).collect {
            others.submit({
                long mine = 0
                while (running) {
                    def from = System.nanoTime()
                    assert administrator.post('/api/jail/calm', [name: 'a']).json.name == 'A'
                    mine = Math.max(mine, System.nanoTime() - from)
                }
                mine
            } as java.util.concurrent.Callable<Long>)
        }
        when:
        def start = System.nanoTime()
        def answer = administrator.post("/api/jail/bad_$name", [name: 'x'])
        def millis = (System.nanoTime() - start) / 1_000_000
        running = false
        longest = calm.collect { it.get(10, TimeUnit.SECONDS) }.max() / 1_000_000
        then:
        answer.status == 422
        answer.json.code in (name == 'unsettled' ? ['AR-508'] : name in ['text', 'filled', 'likeness', 'made', 'numbers'] ? ['AR-501', 'AR-507'] : ['AR-507'])
        answer.json.errors[0].file == "hooks/bad_${name}.js"
        answer.json.detail.contains('`jail`')
        millis < 2000
        longest < 1000
        administrator.get("/api/jail/bad_$name").json.data == []
        cleanup:
        running = false
        others.shutdownNow()
        where:
        name << HOSTILE.keySet()
    }

    def 'no thread of a runaway is left behind'() {
        expect:
        new spock.util.concurrent.PollingConditions(timeout: 10).eventually {
            assert Thread.allStackTraces.findAll { it.key.name == 'script' && it.value.any { frame -> frame.className.startsWith('com.oracle.truffle.js') } }.isEmpty()
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
