package io.armature.engine.web

import groovy.sql.Sql
import io.armature.engine.audit.ErrorLog
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification

class ObservabilitySpec extends ServerSpecification {
    private String metrics() { caller.get('/metrics').text }

    private double value(String line) {
        metrics().readLines().find { it.startsWith(line) }?.tokenize(' ')?.last()?.toDouble() ?: 0
    }

    def 'a node says that it lives, and that the database and its tables are as they should be'() {
        expect:
        caller.get('/health/live').json == [status: 'UP']
        caller.get('/health').json == [status: 'UP', checks: [database: 'UP', migrations: 'UP']]
        caller.get('/health/ready').status == 200
    }

    def 'a node is not ready while the tables of a tenant are not up to date'() {
        given:
        def sql = new Sql(database)
        def seen = sql.firstRow("select migrated from armature.tenant where name = 'main'").migrated
        sql.execute("update armature.tenant set migrated = '1' where name = 'main'")

        expect:
        caller.get('/health/ready').status == 503
        caller.get('/health/live').status == 200

        cleanup:
        sql.execute("update armature.tenant set migrated = ? where name = 'main'", [seen])
    }

    def 'requests are measured by the template of their address, so that ids make no new series'() {
        given:
        def series = 'armature_requests_seconds_count{method="GET",route="/api/auth/me",status="200"}'
        def before = value(series)

        when:
        3.times { administrator.get('/api/auth/me') }
        5.times { administrator.get("/api/sys/user/${UUID.randomUUID()}") }

        then:
        value(series) >= before + 3
        metrics().contains('route="/api/{pack}/{entity}/{id}"')
        !(metrics() =~ /route="[^"]*[0-9a-f]{8}-/)
    }

    def 'what the node works with is measured: #series'() {
        given:
        administrator.get('/api/auth/me')

        expect:
        metrics().contains(series)

        where:
        series << [
            'armature_statements_total', 'armature_tenant_requests_total{tenant="main"}', 'hikaricp_connections_active', 'jvm_memory_used_bytes',
            'armature_models', 'armature_tenants', 'armature_outbox',
        ]
    }

    def 'statements are counted'() {
        given:
        administrator.get('/api/sys/user')
        def before = value('armature_statements_total')

        when:
        20.times { administrator.get('/api/sys/user') }

        then:
        value('armature_statements_total') >= before + 20
    }

    def 'who comes by a proxy and has no token sees no metrics'() {
        expect:
        caller.with('X-Forwarded-For': '203.0.113.7').get('/metrics').status == 401
        caller.with('X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer guess').get('/metrics').status == 401
    }

    def 'failures are counted by their cause, without anybody\'s data'() {
        given:
        def log = bean(ErrorLog)
        def main = bean(Tenants).require('main')
        def fail = { String secret ->
            try {
                bean(Tenants).change(null, [secret] as Set, [] as Set)
            } catch (RuntimeException failure) {
                log.add(main, new IllegalStateException("of $secret", failure), 'request-7')
            }
        }

        when:
        4.times {
            fail("ann@example.com$it")
            log.flush()
        }
        log.add(main, new UncheckedIOException(new IOException('bob@example.com')), 'request-8')
        log.flush()

        then:
        def found = administrator.get('/api/sys/error?sort=-count').json.data
        found.size() == 2
        with(found.first()) { count == 4 && request_id == 'request-7' && message.contains('at io.armature.') }
        !found.toString().contains('example.com')
        administrator.delete("/api/sys/error/${found.first().id}").status == 405
    }
}
