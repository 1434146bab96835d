package io.armature.engine.site

import groovy.io.FileType
import groovy.sql.Sql
import io.armature.engine.current.CurrentModels
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.ServerSpecification
import io.armature.engine.testing.TestServer
import io.armature.metadata.archive.ArchiveWriter
import io.armature.testing.Slow
import java.lang.management.ManagementFactory
import java.nio.file.Path
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

@Slow
class ManyTenantsSpec extends ServerSpecification {
    static final int TENANTS = 1000
    static final long MOST_BYTES_EACH = 1024 * 1024
    @Shared Sql sql = new Sql(database)

    private static long usedHeap() {
        (1..3).collect {
            System.gc()
            ManagementFactory.memoryMXBean.heapMemoryUsage.used
        }.min()
    }

    def setupSpec() {
        ['core', 'crm'].each { pack ->
            def folder = Path.of('../module-packs', pack)
            Map<String, byte[]> files = [:]
            folder.toFile().eachFileRecurse(FileType.FILES) { files[folder.relativize(it.toPath()).toString()] = it.bytes }
            def answer = administrator.with('Content-Type': 'application/zip').call('POST', '/api/packs', new ArchiveWriter().write(files, Optional.empty()))
            assert answer.status == 201: answer
        }
        assert administrator.post('/api/tenants', [name: 'quick', packs: ['core', 'crm']]).status == 201
    }

    def 'a tenant with the packs core and crm stands within five seconds'() {
        expect: 'at the best of a few times, as the machine does other things too'
        (1..4).any { n ->
            long begun = System.nanoTime()
            def answer = administrator.post('/api/tenants', [name: "fast$n".toString(), packs: ['core', 'crm'], adminPassword: TestServer.PASSWORD])
            long taken = System.nanoTime() - begun
            assert answer.status == 201
            def there = caller.with('X-Tenant': "fast$n".toString())
            assert there.post('/api/auth/login', [username: 'admin', password: TestServer.PASSWORD]).status == 200
            println "Tenant with core and crm: ${taken.intdiv(1_000_000)} ms"
            taken < 5_000_000_000L
        }
    }

    def 'a thousand tenants with the same packs share one model, and cost next to nothing each'() {
        given:
        def tenants = bean(Tenants)
        def models = bean(CurrentModels)
        sql.execute("""
            do \$\$ begin
                for i in 1..$TENANTS loop
                    execute format('create schema tenant_many%s', i);
                    execute format('create table tenant_many%s."sys\$pack" as select * from tenant_quick."sys\$pack"', i);
                end loop;
            end \$\$""".toString())
        sql.execute('''insert into armature.tenant (name, schema_name, model_version, model_digest, migrated)
            select 'many' || i, 'tenant_many' || i, 1, q.model_digest, q.migrated from generate_series(1, 1000) i, armature.tenant q where q.name = 'quick\'''')
        new PollingConditions(timeout: 20).eventually { assert tenants.all().count { it.name().startsWith('many') } == TENANTS }
        def first = models.of(tenants.require('quick'))
        long before = usedHeap()

        when:
        def all = (1..TENANTS).collect { models.of(tenants.require("many$it")) }
        long each = (usedHeap() - before) / TENANTS

        then:
        all.every { it.is(first) }
        each < MOST_BYTES_EACH
    }
}
