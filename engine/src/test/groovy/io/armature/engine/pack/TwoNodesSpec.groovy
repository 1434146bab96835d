package io.armature.engine.pack

import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.ShopPack
import io.armature.engine.testing.TestServer
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

class TwoNodesSpec extends ServerSpecification {
    @Shared @AutoCleanup TestServer second = new TestServer(server.database)

    private void install(int minor) {
        def digest = administrator.with('Content-Type': 'application/octet-stream')
            .post('/api/packs', ShopPack.archive(minor)).json.digest
        assert administrator.post('/api/packs/install', [packs: [digest]]).status == 200
    }

    def 'the second node serves the new model within a second'() {
        given:
        def main = second.bean(Tenants).named(Tenant.MAIN).get()
        def fields = { second.bean(CurrentModels).of(main).entity('shop.article').map { it.fields().keySet() }.orElse([] as Set) }

        when:
        install(1)

        then:
        new PollingConditions(timeout: 1, delay: 0.01).eventually {
            assert fields().contains('extra_0')
        }
    }

    def 'tenants with the same packs share one model'() {
        given:
        def digest = administrator.with('Content-Type': 'application/octet-stream')
            .post('/api/packs', ShopPack.archive(3)).json.digest
        def create = { String name ->
            assert administrator.post('/api/tenants', [name: name, packs: [digest], adminPassword: 'a long password']).status == 201
            bean(CurrentModels).of(bean(Tenants).named(name).get())
        }

        expect:
        create('red').is(create('blue'))
    }

    def 'ten upgrades under reads and writes at full speed fail no request, and none sees half a model'() {
        given: 'a pack of which every other version takes a field away again, renames another and asks for one more'
        change(20)
        def stop = new AtomicBoolean()
        def pool = Executors.newFixedThreadPool(4)
        def load = { caller, number -> pool.submit({ work(caller, number, stop) } as Callable) }

        when:
        def running = [administrator, second.administrator, administrator, second.administrator].withIndex().collect(load)
        (21..30).each { change(it) }
        stop.set(true)
        def done = running.collect { it.get(20, TimeUnit.SECONDS) }

        then:
        done.collectMany { it.failures } == []
        done.every { it.rounds > 10 }

        and: 'everything acknowledged is there'
        def codes = done.collectMany { it.codes } as Set
        def found = administrator.get('/api/shop/article?fields=code&limit=1&count=exact&filter=' + URLEncoder.encode("startsWith(code, 'w')", 'UTF-8')).json
        found.page.count == codes.size()

        cleanup:
        stop.set(true)
        pool.shutdown()
    }

    private void change(int minor) {
        def odd = minor % 2 == 1
        def digest = administrator.with('Content-Type': 'application/octet-stream').post('/api/packs', ShopPack.archive(minor, [
            'entities/article.yaml': """\
                title: Article
                label: name
                fields:
                  code: { type: text, required: true, max: 20 }
                  ${odd ? 'title: { type: text, required: true, renamedFrom: [name] }' : 'name: { type: text, required: true, renamedFrom: [title] }'}
                  ${odd ? 'stock: { type: integer, required: true, default: 1 }' : 'weight: { type: decimal }'}
                """.stripIndent().replace('label: name', "label: ${odd ? 'title' : 'name'}")])).json.digest
        def answer = administrator.post('/api/packs/install', [packs: [digest], allowDestructive: true])
        assert answer.status == 200: answer.text
    }

    /** Creates, changes, reads and lists until told to stop, by whichever names the model has for the moment. */
    private static Map work(Caller caller, int number, AtomicBoolean stop) {
        def failures = []
        def codes = []
        int rounds = 0
        while (!stop.get()) {
            rounds++
            def code = "w$number-$rounds".toString()
            def made = byEitherName { name -> caller.post('/api/shop/article', [code: code, (name): 'Thing']) }
            if (made.status != 201) {
                failures << [made.status, made.text]
                continue
            }
            codes << code
            def path = "/api/shop/article/$made.json.id"
            def changed = byEitherName { name -> caller.patch(path, [(name): 'Other thing']) }
            def one = caller.get(path)
            def list = caller.get('/api/shop/article?limit=5&sort=-created_at')
            failures.addAll([changed, one, list].findAll { it.status != 200 }.collect { [it.status, it.text] })
            def fields = one.status == 200 ? one.json.keySet() : [] as Set
            if (fields.contains('name') == fields.contains('title') || fields.contains('stock') != fields.contains('title')) {
                failures << ['half a model', one.text]
            }
        }
        [failures: failures, codes: codes, rounds: rounds]
    }

    /** A name that the model does not have (yet, or any more) is refused, and written by the other. */
    private static Answer byEitherName(Closure<Answer> write) {
        for (int tries = 0; tries < 20; tries++) {
            for (name in ['name', 'title']) {
                def answer = write(name)
                if (!(answer.status in [400, 422])) {
                    return answer
                }
            }
        }
        write('name')
    }
}
