package io.armature.engine.job

import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import io.armature.engine.db.Database
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.TestServer
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Runs of jobs of which only some go on at once. */
class LanesSpec extends AccessSpecification {
    static final LaneStore.Limits ONE = new LaneStore.Limits(1, 100, 100)
    static final PollingConditions SOON = new PollingConditions(timeout: 40, delay: 0.05)
    @Shared TestServer chores = new TestServer(server.database, [ChoresPack.folder().toString()])
    @Shared Sql sql = new Sql(server.database)

    def setupSpec() {
        SOON.eventually { assert jobs().size() == 14 }
    }

    def cleanupSpec() {
        chores.close()
    }

    private Map<String, String> jobs() {
        (admin.get('/api/sys/job?limit=100').json.data as List<Map>).collectEntries { [it.name, it.id] }
    }

    private Map run(String id) {
        admin.get("/api/sys/run/$id").json as Map
    }

    private String start(String job, Map with = [:]) {
        def answer = admin.post("/api/sys/job/${jobs()[job]}/run", with)
        assert answer.status == 202
        answer.json.run
    }

    /** A run that has waited for an hour. */
    private void park(String id, boolean parked = true) {
        sql.execute("""insert into tenant_main."sys\$run" (id, job, kind, payload, parked, created_at)
            select ?::uuid, id, 'job', '{}', ?, now() - interval '1 hour' from tenant_main."sys\$job" where name = 'chores.later'""".toString(), [id, parked])
    }

    private LaneStore lanes() {
        new LaneStore(server.bean(Database))
    }

    private Tenant main() {
        server.bean(Tenants).require(Tenant.MAIN)
    }

    def 'runs that find no room wait in their order, and follow each other without the scheduler'() {
        when: 'a job that runs once at a time is asked for often, and another one meanwhile'
        def asked = (1..60).collect { start('chores.answer', [question: "no. $it".toString()]) }
        def other = start('chores.tidy')

        then:
        SOON.eventually { assert sql.firstRow('select count(*) as n from tenant_main."sys$run" where id = any(?::uuid[]) and status = \'done\'', ['{' + asked.join(',') + '}']).n == 60 }
        sql.rows('select id::text as id from tenant_main."sys$run" where id = any(?::uuid[]) order by ended_at', ['{' + asked.join(',') + '}'])*.id == asked
        SOON.eventually { assert run(other).status == 'done' }
        sql.firstRow('select count(*) as n from tenant_main."sys$run" where parked').n == 0
        asked.every { run(it).attempts == 1 }
    }

    def 'a run that is asked for goes behind one that waits, even where there is room by now'() {
        given: 'one that waits for what has ended a moment ago'
        def parked = UUID.randomUUID().toString()
        park(parked)

        when:
        def asked = start('chores.later')

        then:
        sql.firstRow('select parked from tenant_main."sys$run" where id = ?::uuid', [asked]).parked

        cleanup:
        sql.execute('delete from tenant_main."sys$run" where id = any(?::uuid[])', ["{$parked,$asked}".toString()])
    }

    def 'a run begins in place of a later one that the scheduler came to first, which waits for it'() {
        given: 'two that were told to begin'
        def (first, second) = [UUID.randomUUID(), UUID.randomUUID()]
        [first, second].each { park(it.toString(), false) }

        when:
        def begun = lanes().begin(main(), second, 'a task', 'chores.later', ONE)

        then:
        begun.run().get().id() == first
        sql.firstRow('select parked from tenant_main."sys$run" where id = ?', [second]).parked

        cleanup:
        sql.execute('delete from tenant_main."sys$run" where id = any(?::uuid[])', ["{$first,$second}".toString()])
    }

    def 'a lane takes none before one that was told to begin'() {
        given:
        def (told, parked) = [UUID.randomUUID(), UUID.randomUUID()]
        park(told.toString(), false)
        park(parked.toString())

        expect:
        lanes().ahead(main(), 'a task', 'chores.later', ONE, 5) == []

        cleanup:
        sql.execute('delete from tenant_main."sys$run" where id = any(?::uuid[])', ["{$told,$parked}".toString()])
    }

    def 'the metrics tell how many runs find no room, and for how long'() {
        given: 'one that waits behind another, which is to go on some day'
        def (busy, parked) = [UUID.randomUUID(), UUID.randomUUID()]*.toString()
        sql.execute("insert into armature.scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('job', ?, '2099-01-01', false, 1)", ["main:$busy:x".toString()])
        park(parked)

        when:
        def metrics = admin.get('/metrics').text

        then:
        metrics.contains('armature_queue{kind="job.parked"} 1.0')
        metrics =~ /armature_queue_age_seconds\{kind="job.parked"\} 36\d\d\./

        cleanup:
        sql.execute('delete from tenant_main."sys$run" where id = ?::uuid', [parked])
        sql.execute('delete from armature.scheduled_tasks where task_instance = ?', ["main:$busy:x".toString()])
    }
}
