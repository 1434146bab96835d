package io.armature.engine.boot

import groovy.json.JsonSlurper
import io.armature.engine.boot.trial.PackTrials
import io.armature.engine.boot.trial.TrialText
import io.armature.engine.cli.ArmatureCommand
import io.armature.engine.testing.ShopPack
import io.armature.metadata.archive.PackArchive
import io.armature.testing.SideBySide
import io.armature.testing.Slow
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

@Slow
class PackTestsSpec extends Specification {
    @Shared @AutoCleanup ThrowAwayEngine engine = ThrowAwayEngine.start()
    @Shared PackTrials trials = new PackTrials(engine)
    @TempDir Path folder

    /** How a test of the shop went, as text. */
    private String told(String scenario) {
        def pack = PackArchive.of(ShopPack.files(0, ['tests/it.yaml': scenario.stripIndent()]))
        def outcomes = trials.run(pack, [], { true }, {})
        assert outcomes.size() == 1
        TrialText.of(outcomes.first())
    }

    def 'what is as expected holds: at least the body, numbers by value, patterns, names of earlier answers'() {
        expect:
        told('''\
            title: Articles
            given:
              records: [{ entity: article, as: first, values: { code: A, name: One } }]
            when:
              - call: POST /api/shop/article
                as: second
                body: { code: "{first.code}2", name: "Two: {first.name}" }
                then: { status: 201, body: { code: A2, name: /Two. O.e/, version: 1.00 }, headers: { ETag: '"1"' } }
              - call: GET /api/shop/article?filter=code == 'A2' && name != 'x'&fields=id
                then: { status: 200, body: { data: [{ id: "{second.id}" }] } }
            ''').startsWith('ok ')
    }

    def 'what is not as expected is told with file, line, step and each difference'() {
        when:
        def text = told('''\
            title: Articles
            when:
              - call: POST /api/shop/article
                body: { code: A, name: One }
                then: { status: 201 }
              - call: GET /api/shop/article
                title: The list
                then: { status: 204, body: { data: [{ code: B, name: One }], page: { next: null } }, headers: { X-None: x } }
            ''')

        then:
        text.startsWith('FAIL  shop/tests/it.yaml  Articles')
        text.contains('shop/tests/it.yaml:6: step 2 (The list): GET /api/shop/article')
        text.contains('status: expected 204, was 200')
        text.contains('body.data.0.code: expected "B", was "A"')
        text.contains('headers.X-None: expected x, was nothing')
        !text.contains('data.0.name')
        text.contains('the answer: {"data":[')
    }

    def 'a list that is shorter or longer is not as expected, and a problem has its code'() {
        when:
        def text = told('''\
            title: Articles
            when:
              - call: POST /api/shop/article
                body: {}
                then: { problem: AR-402, body: { errors: [] } }
            ''')

        then:
        text.contains('problem: expected AR-402, was AR-401')
        text.contains('body.errors: expected 0 of [], was ')
    }

    def 'what cannot be given is told'() {
        expect:
        told('''\
            title: Articles
            given: { records: [{ entity: article, values: { name: One } }] }
            when: [{ call: GET /api/shop/article, then: { status: 200 } }]
            ''').contains('shop/tests/it.yaml:2: given article\n    status: expected 201, was 422')
    }

    def 'users have their roles, and each test begins with nothing of another'() {
        expect:
        2.times {
            assert told('''\
                title: Nobody may
                given: { users: { zoe: { email: zoe@shop.example, values: { locale: fr } } } }
                when:
                  - { call: GET /api/shop/article, by: zoe, then: { status: 403, problem: AR-302 } }
                  - { call: GET /api/auth/me, by: zoe, then: { body: { id: "{zoe.id}", username: zoe } } }
                  - { call: GET /api/shop/article, then: { body: { data: [] } } }
                  - { call: POST /api/shop/article, body: { code: A, name: One }, then: { status: 201 } }
                ''').startsWith('ok ')
        }
    }

    def 'the clock is set and advances, and all goes by it'() {
        expect:
        told('''\
            title: Time
            given: { clock: "2030-02-03T23:00:00Z" }
            when:
              - { call: POST /api/shop/article, body: { code: A, name: One }, as: first, then: { body: { created_at: /2030-02-03T23:00:.*/ } } }
              - { clock: { advance: P30D } }
              - { call: "PATCH /api/shop/article/{first.id}", body: { name: Two }, then: { body: { updated_at: /2030-03-05T23:00:.*/ } } }
              - { clock: { at: "2031-01-01T00:00:00Z" } }
              - { call: "PATCH /api/shop/article/{first.id}", body: { name: Three }, then: { body: { updated_at: /2031-01-01T00:00:.*/ } } }
            ''').startsWith('ok ')
    }

    def 'jobs run when their moment passes, by the clock of the test, and when a step says so'() {
        given:
        def pack = PackArchive.of([
            'pack.yaml'         : 'pack: bells\nversion: 1.0.0\ntitle: Bells\nengine: ">=0.1"\n',
            'entities/bell.yaml': 'label: text\nfields: { text: { type: text } }\n',
            'hooks/bell.js'     : "export default { job: { ring(input, ctx) { ctx.db.create('bells.bell', { text: `\${ctx.today} \${input.how}` }); return { how: input.how } }, fall() { throw new Error('too heavy') } } }\n",
            'jobs/ring.yaml'    : 'cron: "0 12 1 * *"\nhook: ring\nwith: { how: loud }\n',
            'jobs/all.yaml'     : 'cron: "0 6 * * 0"\ncatchUp: all\nhook: ring\nwith: { how: low }\n',
            'jobs/fall.yaml'    : 'at: "2099-01-01T00:00:00Z"\nhook: fall\n',
            'tests/time.yaml'   : """\
                title: Time
                given: { clock: "2031-05-31T00:00:00Z" }
                when:
                  - { call: GET /api/bells/bell, then: { body: { data: [] } } }
                  - { clock: { at: "2031-06-16T00:00:00Z" } }
                  - { call: "GET /api/bells/bell?fields=text&sort=text", then: { body: { data: [{ text: 2031-06-16 loud }, { text: 2031-06-16 low }, { text: 2031-06-16 low }, { text: 2031-06-16 low }] } } }
                  - { job: ring, with: { how: still }, as: rung, then: { body: { how: still } } }
                  - { call: "GET /api/bells/bell?fields=text&filter=text == '2031-06-16 {rung.how}'", then: { body: { data: [{ text: 2031-06-16 still }] } } }
                """.stripIndent(),
            'tests/past.yaml'   : """\
                title: Past
                given: { clock: "2001-01-01T00:00:00Z" }
                when:
                  - { clock: { advance: PT6H } }
                  - { call: GET /api/bells/bell, then: { body: { data: [] } } }
                  - { clock: { advance: P2D } }
                  - { call: "GET /api/bells/bell?fields=text", then: { body: { data: [{ text: 2001-01-03 loud }] } } }
                """.stripIndent(),
            'tests/fails.yaml'  : 'title: Fails\nwhen: [{ job: fall, then: { body: {} } }]\n',
            'tests/written.js'  : "export default { title: 'Written', tests: { 'rings'(t) { t.expect(t.job('ring', { how: 'soft' }), { how: 'soft' }) }, 'falls'(t) { t.job('fall') } } }\n",
        ].collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>)

        when:
        def outcomes = trials.run(pack, [], { true }, {}).collectEntries { [it.title(), TrialText.of(it)] }

        then:
        outcomes.Time.startsWith('ok ')
        outcomes.Past.startsWith('ok ')
        outcomes.Fails.contains('job: expected to be done, was')
        outcomes.Fails.contains('too heavy')
        outcomes['Written: rings'].startsWith('ok ')
        outcomes['Written: falls'].contains('too heavy')
    }

    def 'mails that leave are all named, and those that were there before are not'() {
        given:
        def invite = '{ call: POST /api/auth/invite, body: { username: ada, email: ada@shop.example }'

        expect:
        told("""\
            title: Mail
            when:
              - $invite, then: { status: 201, mails: [{ recipient: ada@shop.example, subject: Your account }] } }
              - { call: GET /api/shop/article, then: { status: 200, mails: [] } }
            """).startsWith('ok ')
        told("""\
            title: Mail
            when:
              - $invite, then: { mails: [] } }
            """).contains('mails: expected 0 mails, was 1 mails')
        with(told("""\
            title: Mail
            when:
              - $invite, then: { mails: [{ recipient: eve@shop.example, text: welcome }] } }
            """)) { contains('mails.0.recipient: expected "eve@shop.example", was "ada@shop.example"') && contains('mails.0.text: ') }
    }

    def 'the tests of the packs that ship hold'() {
        given:
        def required = [crm: ['core'], lms: ['core'], core: []]
        def results = new ConcurrentHashMap<String, Map>()

        when:
        SideBySide.work(required.iterator()) {
            { Map.Entry<String, List<String>> pack -> results[pack.key] = run('pack', 'test', *([pack.key] + pack.value).collect { "../module-packs/$it" }) }
        }

        then:
        results.keySet() == required.keySet()
        results.every { pack, result -> result.status == 0 && result.out.contains('tests hold.') }
    }

    def 'the command answers with 1 and JSON when a test does not hold, and does not begin with a pack that is wrong'() {
        given:
        def shop = folder.resolve('shop')
        ShopPack.files(0, ['tests/it.yaml': 'title: No\nwhen: [{ call: GET /api/shop/article, then: { status: 404 } }]\n',
            'tests/other.yaml': 'title: Yes\nwhen: [{ call: GET /api/shop/article, then: { status: 200 } }]\n']).each { path, bytes ->
            Files.createDirectories(shop.resolve(path).parent)
            Files.write(shop.resolve(path), bytes)
        }

        when:
        def result = run('pack', 'test', shop, '--json')
        def json = new JsonSlurper().parseText(result.out)

        then:
        result.status == 1
        !json.passed
        json.tests*.passed == [false, true]
        json.tests[0].failure.differences == [[path: 'status', expected: '404', actual: '200']]
        json.tests[0].failure.line == 2
        run('pack', 'test', shop, '--only', 'other').status == 0

        when:
        Files.writeString(shop.resolve('tests/it.yaml'), 'title: No\n')
        result = run('pack', 'test', shop)

        then:
        result.status == 1
        result.err.contains('tests/it.yaml:1')
    }

    private static run(Object... arguments) {
        def out = new StringWriter()
        def err = new StringWriter()
        def line = ArmatureCommand.commandLine(new EnginePackTests()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        [status: ArmatureCommand.execute(line, arguments*.toString() as String[]), out: out.toString(), err: err.toString()]
    }

    def 'other servers answer what a test declares, one after the other, and there are no others'() {
        given:
        def pack = PackArchive.of([
            'pack.yaml'         : 'pack: rates\nversion: 1.0.0\ntitle: Rates\nengine: ">=0.1"\ngrants: { http: ["https://rates.example"] }\n',
            'entities/rate.yaml': 'label: of\nfields: { of: { type: text }, value: { type: decimal, digits: 4 } }\n',
            'hooks/rate.js'     : "export default { beforeSave(rate, ctx) { const reply = ctx.http.get('https://rates.example/v1?of=' + rate.of); rate.value = reply.ok ? reply.json().value : 0 } }\n",
            'tests/known.yaml'  : '''\
                title: Known
                given:
                  http:
                    - { call: "GET https://rates.example/v1?of=EUR", answer: { json: { value: "1.0850" } } }
                    - { call: "GET https://rates.example/v1?of=EUR", answer: { json: { value: "1.0900" } } }
                    - { call: "GET https://rates.example/v1?of=XXX", answer: { status: 404, text: none } }
                when:
                  - { call: POST /api/rates/rate, body: { of: EUR }, then: { status: 201, body: { value: 1.085 } } }
                  - { call: POST /api/rates/rate, body: { of: EUR }, then: { status: 201, body: { value: 1.09 } } }
                  - { call: POST /api/rates/rate, body: { of: EUR }, then: { status: 201, body: { value: 1.09 } } }
                  - { call: POST /api/rates/rate, body: { of: XXX }, then: { status: 201, body: { value: 0 } } }
                '''.stripIndent(),
            'tests/unknown.yaml': '''\
                title: Unknown
                when:
                  - { call: POST /api/rates/rate, body: { of: EUR }, then: { status: 201 } }
                '''.stripIndent(),
        ].collectEntries { path, text -> [path, text.getBytes('UTF-8')] } as Map<String, byte[]>)

        when:
        def outcomes = trials.run(pack, [], { true }, {}).collectEntries { [it.title(), TrialText.of(it)] }

        then:
        outcomes.Known.startsWith('ok ')
        outcomes.Unknown.contains('FAIL')
        outcomes.Unknown.contains('the test declares no answer to `GET https://rates.example/v1?of=EUR` under `given.http`')
    }

    def 'tests may be functions, each in a tenant of its own'() {
        given:
        def pack = PackArchive.of(ShopPack.files(0, ['tests/articles.js': '''\
            export default {
              title: 'Articles',
              given: { clock: '2026-03-02T09:00:00Z', records: [{ entity: 'article', as: 'first', values: { code: 'A', name: 'One' } }] },
              tests: {
                'are made one by one'(t) {
                  for (const code of ['B', 'C']) t.expect(t.call('POST /api/shop/article', { body: { code, name: t.given.first.name + code } }), { status: 201, body: { name: 'One' + code } })
                  t.expect(t.call("GET /api/shop/article?filter=code != 'A'&sort=code&fields=code").body.data, [{ code: 'B' }, { code: 'C' }])
                  t.advance('P1D')
                  const later = t.call('POST /api/shop/article', { body: { code: 'D', name: 'Later' } })
                  t.expect(later.body, { created_at: '/2026-03-03.*/' })
                  t.expect(t.mails(), [])
                },
                'are gone in the next test'(t) {
                  t.expect(t.call('GET /api/shop/article?count=exact').body.page, { count: 1 }, 'page')
                },
                'are not as expected'(t) {
                  t.expect(t.call('GET /api/shop/article/' + t.given.first.id), { status: 200, body: { name: 'Two' } }, 'answer')
                },
                'have mistakes'(t) {
                  t.nothing.at.all
                },
                'call what is not there'(t) {
                  t.nothing()
                },
              },
            }
            '''.stripIndent()]))

        when:
        def outcomes = trials.run(pack, [], { true }, {})
        def told = outcomes.collectEntries { [it.title() - 'Articles: ', TrialText.of(it)] }

        then:
        outcomes*.holds() == [true, true, false, false, false]
        told['are not as expected'].contains('tests/articles.js:17')
        told['are not as expected'].contains('answer.body.name: expected "Two", was "One"')
        told['have mistakes'].contains('tests/articles.js:20')
        told['have mistakes'].contains('TypeError')
        !told['have mistakes'].contains('expected')
        told['call what is not there'].contains('tests/articles.js:23')
        !told['call what is not there'].contains('members=')
    }
}
