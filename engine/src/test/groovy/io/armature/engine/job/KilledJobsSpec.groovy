package io.armature.engine.job

import groovy.sql.Sql
import io.armature.engine.testing.PostgresProcess
import io.armature.engine.testing.ServerProcess
import io.armature.engine.webhook.LedgerPack
import io.armature.testing.Slow
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/**
 * A queue of work on a PostgreSQL that keeps what it promised, and nodes that are killed while they do it. {@code -Darmature.jobs=100000}
 * measures how fast it drains, and wants five hundred a second.
 */
@Slow
class KilledJobsSpec extends Specification {
    static final int FEW = 4_000
    static final int COUNT = Integer.getInteger('armature.jobs', FEW)
    static final int PER_SECOND = 500
    @Shared @TempDir Path folder
    @Shared @AutoCleanup PostgresProcess postgres
    @Shared List<ServerProcess> nodes = []
    @Shared @AutoCleanup Sql sql

    def setupSpec() {
        postgres = new PostgresProcess(folder.resolve('postgres'))
        def environment = [ARMATURE_DB_USER: PostgresProcess.user, ARMATURE_DB_PASSWORD: postgres.password]
        def pack = LedgerPack.folder(folder.resolve('books'))
        nodes = (1..2).collect { new ServerProcess(postgres.url, environment, folder.resolve("node$it"), pack) }
        if (COUNT > FEW) {
            nodes*.compilers = []
        }
        nodes[0].start()
        sql = Sql.newInstance(postgres.url, PostgresProcess.user, postgres.password, 'org.postgresql.Driver')
        sql.execute(LedgerWork.TABLE)
    }

    def cleanupSpec() {
        nodes*.close()
    }

    /** As `Jobs.enqueue` does. */
    private void enqueue(String name, int count) {
        sql.withTransaction {
            sql.execute('''with made as (insert into tenant_main."sys$run" (id, kind, payload, parked)
                select gen_random_uuid(), 'ledger', jsonb_build_object('name', ?::text), false from generate_series(1, ?) returning id)
                insert into armature.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'work', 'main:' || id || ':once', now(), false, 1 from made''', [name, count])
        }
    }

    private long written(String name) {
        sql.firstRow('select count(*) as n from public.ledger where name = ?', [name]).n as long
    }

    private Map<String, Long> runs(String name) {
        sql.rows('''select status, count(*) as n from tenant_main."sys$run" where payload ->> 'name' = ? group by status''', [name])
            .collectEntries { [it.status, it.n] } as Map<String, Long>
    }

    private boolean once(String name) {
        sql.firstRow('select count(distinct run) as n from public.ledger where name = ?', [name]).n == written(name)
    }

    def 'a queue drains, each piece of work done once'() {
        when:
        enqueue('queued', COUNT)
        def begun = System.nanoTime()
        new PollingConditions(timeout: COUNT / 100 + 60, delay: 0.2).eventually { assert written('queued') == COUNT }
        double seconds = (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1)
        println "Drained $COUNT in ${seconds.round(1)} s: ${(COUNT / seconds).round()} a second"

        then:
        COUNT == FEW || COUNT / seconds >= PER_SECOND
        new PollingConditions(timeout: 30).eventually { assert runs('queued') == [done: COUNT] }
        once('queued')
    }

    def 'a queue of one job of a pack drains, some at a time, each run done once'() {
        given: 'many that wait, of which the first were told to go on'
        int count = Math.max(COUNT.intdiv(10), 500)
        def job = sql.firstRow('select id from tenant_main."sys$job" where name = \'books.mark\'').id
        sql.withTransaction {
            sql.execute('''insert into tenant_main."sys$run" (job, kind, payload, parked)
                select ?, 'job', jsonb_build_object('ticket', 'T' || n), n > 4 from generate_series(1, ?) as n''', [job, count])
            sql.execute('''insert into armature.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'job', 'main:' || id || ':first', now(), false, 1 from tenant_main."sys$run" where job = ? and not parked''', [job])
        }
        def begun = System.nanoTime()

        when:
        new PollingConditions(timeout: count / 20 + 60, delay: 0.2).eventually {
            assert sql.firstRow('select count(*) as n from tenant_main."sys$run" where job = ? and status = \'done\'', [job]).n == count
        }
        double seconds = (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1)
        println "Drained $count runs of a job that writes a record each in ${seconds.round(1)} s: ${(count / seconds).round()} a second"

        then:
        COUNT == FEW || count / seconds >= PER_SECOND
        sql.rows('select ticket from tenant_main."books$mark"')*.ticket as Set == (1..count).collect { "T$it".toString() } as Set
        sql.firstRow('select count(*) as n from tenant_main."books$mark"').n == count
    }

    def 'nodes are killed in the midst of it, and nothing is lost or done twice'() {
        given:
        nodes[1].start()
        enqueue('killed', FEW)

        when: 'each dies while there is work'
        [1, 0].each { number ->
            def before = written('killed')
            new PollingConditions(timeout: 60, delay: 0.02).eventually { assert written('killed') >= Math.min(before + 300, FEW) }
            nodes[number].kill()
            nodes[number].start()
        }

        then:
        new PollingConditions(timeout: 120, delay: 0.5).eventually { assert runs('killed') == [done: FEW] }
        written('killed') == FEW
        once('killed')
    }
}
