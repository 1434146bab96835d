package io.armature.engine.pack

import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
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

    def 'ten upgrades under load fail no request, and none sees half a model'() {
        given:
        install(4)
        def stop = new AtomicBoolean()
        def pool = Executors.newFixedThreadPool(4)
        def load = { caller ->
            pool.submit({
                def answers = []
                while (!stop.get()) {
                    def answer = caller.get('/api/meta/entities/shop.article')
                    def extras = answer.status == 200 ? answer.json.fields*.name.findAll { it.startsWith('extra_') }.size() : -1
                    answers << extras
                }
                answers
            } as Callable)
        }

        when:
        def running = [administrator, administrator, second.administrator, second.administrator].collect { load(it) }
        (5..14).each { install(it) }
        stop.set(true)
        def seen = running.collect { it.get(10, TimeUnit.SECONDS) }

        then:
        seen.every { answers -> answers.every { it in 4..14 } }
        seen.every { answers -> answers == answers.toSorted() }
        seen.every { it.size() > 10 }

        cleanup:
        pool.shutdown()
    }
}
