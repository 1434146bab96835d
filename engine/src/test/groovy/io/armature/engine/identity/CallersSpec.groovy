package io.armature.engine.identity

import io.armature.engine.current.CurrentModels
import io.armature.engine.db.Database
import io.armature.engine.db.Signals
import io.armature.engine.query.CountingSource
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.TestServer
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** What it costs to know who is calling. */
class CallersSpec extends ServerSpecification {
    private Tenant getTenant() { bean(Tenants).named(Tenant.MAIN).get() }

    private String accessToken() {
        caller.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).json.accessToken
    }

    def 'a caller costs one statement, with all groups and teams, and none while he is remembered'() {
        given:
        def counted = new CountingSource(database)
        def time = [now: Instant.now()]
        def clock = new Clock() {
            Instant instant() { time.now }
            ZoneOffset getZone() { ZoneOffset.UTC }
            Clock withZone(ZoneId zone) { this }
        }
        def callers = new Callers(new Database(counted.source), bean(AccessTokens), new CallerCache(clock, new Signals(database)), bean(LocalToken), { CurrentModels.EMPTY })
        def credential = callers.bearer(tenant, accessToken()).get()

        expect: 'the token alone says which session it is'
        counted.statements.get() == 0
        callers.remembered(tenant, credential).empty

        when:
        def found = callers.find(tenant, credential)

        then:
        found.get().username() == 'admin'
        counted.statements.get() == 1

        when:
        1_000.times { assert callers.remembered(tenant, credential).present }

        then:
        counted.statements.get() == 1

        when: 'some seconds later'
        time.now += Duration.ofSeconds(11)

        then:
        callers.remembered(tenant, credential).empty
    }

    def 'what is remembered of one tenant is nothing to another, and is forgotten by tenant'() {
        given:
        def cache = new CallerCache(Clock.systemUTC(), new Signals(database))
        def other = Tenant.named('other', [] as Set)
        def credential = new Credential.OfSession(UUID.randomUUID())
        [tenant, other].each { cache.put(it, credential, User.SYSTEM, cache.generation(it)) }

        when:
        cache.forget(other)

        then:
        cache.get(tenant, credential).present
        cache.get(other, credential).empty
    }

    def 'what was read before something changed is not remembered'() {
        given:
        def cache = new CallerCache(Clock.systemUTC(), new Signals(database))
        def credential = new Credential.OfSession(UUID.randomUUID())
        def before = cache.generation(tenant)

        when:
        cache.forget(tenant)
        cache.put(tenant, credential, User.SYSTEM, before)

        then:
        cache.get(tenant, credential).empty
    }
}
