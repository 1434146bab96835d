package io.armature.engine.job

import com.fasterxml.jackson.databind.ObjectMapper
import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import io.armature.engine.db.Database
import io.armature.engine.tenant.Tenant
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.TestServer
import io.armature.engine.webhook.Receiver
import java.time.Instant
import java.time.ZonedDateTime
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** Jobs of packs and work of the engine, over REST and in the tables. */
class JobsSpec extends AccessSpecification {
    static final PollingConditions SOON = new PollingConditions(timeout: 40, delay: 0.05)
    @Shared TestServer chores = new TestServer(server.database, [ChoresPack.folder().toString()])
    @Shared Sql sql = new Sql(server.database)

    def setupSpec() {
        sql.execute(LedgerWork.TABLE)
        SOON.eventually { assert jobs().size() == 14 }
    }

    def cleanupSpec() {
        chores.close()
    }

    private Map<String, Map> jobs() {
        (admin.get('/api/sys/job?limit=100').json.data as List<Map>).collectEntries { [it.name, it] }
    }

    private Map run(String id) {
        admin.get("/api/sys/run/$id").json as Map
    }

    private String start(String job, Map with = [:]) {
        def answer = admin.post("/api/sys/job/${jobs()[job].id}/run", with)
        assert answer.status == 202
        answer.json.run
    }

    private void enqueue(List<Map> payloads, Instant at = Instant.EPOCH) {
        def mapper = new ObjectMapper()
        server.bean(Database).transaction { transaction ->
            server.bean(Jobs).enqueue(transaction, server.bean(Tenants).require(Tenant.MAIN), 'ledger', payloads.collect { mapper.valueToTree(it) }, at)
            true
        }
    }

    private Map runOf(String name) {
        sql.firstRow("select * from tenant_main.\"sys\$run\" where payload ->> 'name' = ?".toString(), [name]) as Map
    }

    def 'jobs of packs stand in a list, with their schedule and their next moment'() {
        expect:
        with(jobs()) {
            it['chores.answer'].title == 'Answer'
            it['chores.answer'].schedule == '0 6 * * 1-5 Europe/Paris'
            ZonedDateTime.parse(it['chores.answer'].next_run as String).withZoneSameInstant(java.time.ZoneId.of('Europe/Paris')).hour == 6
            it['chores.tidy'].schedule == 'PT24H'
            it['chores.later'].next_run == '2099-01-01T00:00:00Z'
            !it['chores.resting'].active
            it['chores.resting'].next_run == null
        }
    }

    def 'a job runs when somebody says so: a function, with what the job and the caller say'() {
        when:
        def id = start('chores.answer')
        def other = start('chores.answer', [question: 'how'])

        then:
        SOON.eventually {
            assert run(id).status == 'done'
            assert run(other).status == 'done'
        }
        run(id).output.trim() == '{"answer":42,"asked":"why"}'
        run(other).output.trim() == '{"answer":42,"asked":"how"}'
        run(id).progress == 100
    }

    def 'a job deletes what a filter finds'() {
        given:
        def old = (1..3).collect { admin.post('/api/chores/note', [text: "old $it".toString(), old: true]).json.id }
        def young = admin.post('/api/chores/note', [text: 'young']).json.id

        when:
        def id = start('chores.tidy')

        then:
        SOON.eventually { assert run(id).status == 'done' }
        run(id).output.trim() == 'Deleted: 3'
        old.every { admin.get("/api/chores/note/$it").status != 200 }
        admin.get("/api/chores/note/$young").status == 200
    }

    /** What stands in the queue of mails for an address. */
    private Map mail(String to) {
        SOON.eventually { assert sql.firstRow('select count(*) as n from tenant_main."sys$mail" where recipient = ?', [to]).n > 0 }
        sql.firstRow('select * from tenant_main."sys$mail" where recipient = ? order by created_at desc', [to]) as Map
    }

    def 'a job sends mails of its pack for the records that it finds, to each reader in his language'() {
        given:
        user('zoe', ['chores.keeper'])
        sql.execute('update tenant_main."sys$user" set email = ?, locale = ? where id = ?::uuid', ['zoe@example.org', 'fr', ids.zoe])
        def note = admin.post('/api/chores/note', [text: 'moss', old: true, owner: ids.zoe]).json.id

        when:
        def id = start('chores.remind')

        then:
        SOON.eventually { assert run(id).status == 'done' }
        run(id).output.trim() == 'Mails asked for: 1'
        mail('desk@example.org').subject == 'Old: moss'
        mail('zoe@example.org').subject == 'Ancienne : moss'

        when: 'the mail is not there, and one without a template'
        def lost = start('chores.remind', [template: 'nowhere'])
        start('chores.plain')

        then:
        mail('plain@example.org').subject == 'Plain'
        SOON.eventually { assert mail('zoe@example.org').subject == 'Plain' }
        SOON.eventually { assert run(lost).status == 'failed' }
        run(lost).error.contains('chores.nowhere')

        cleanup:
        admin.delete("/api/chores/note/$note")
    }

    def 'a job sends records as a file'() {
        given:
        def note = admin.post('/api/chores/note', [text: 'lichen', old: true]).json.id

        when:
        def id = start('chores.report')

        then:
        SOON.eventually { assert run(id).status == 'done' }
        def file = new groovy.json.JsonSlurper().parseText(run(id).output as String)['file']
        def sent = mail('report@example.org')
        sent.subject == 'Report'
        sent.files.toString().contains(file as String)
        admin.get("/api/files/$file/content").text.contains('lichen')

        cleanup:
        admin.delete("/api/chores/note/$note")
    }

    def 'a job tells one receiver, whatever that wants to hear, and says when there is none'() {
        given:
        def receiver = new Receiver()

        when:
        def nobody = start('chores.call')

        then:
        SOON.eventually { assert run(nobody).status == 'failed' }
        run(nobody).error.contains('ledger')

        when:
        def hook = admin.post('/api/sys/webhook', [external_id: 'ledger', url: receiver.url(), events: ['chores.nothing'], allow_private: true, secret: 's']).json.id
        def id = start('chores.call')

        then:
        SOON.eventually { assert receiver.taken*.body*.event == ['chores.month_closed'] }
        receiver.taken.first().body.details == [month: 5]
        receiver.taken.first().headers['armature-signature']
        SOON.eventually { assert run(id).status == 'done' }

        cleanup:
        admin.delete("/api/sys/webhook/$hook")
        receiver.close()
    }

    def 'what is over goes when its time is over, as the tenant says'() {
        given:
        def id = start('chores.answer')
        SOON.eventually { assert run(id).status == 'done' }
        sql.execute('insert into tenant_main."sys$script_log" (hook, at, level, message) values (\'x\', now() - interval \'3 days\', \'info\', \'old\'), (\'x\', now() - interval \'1 day\', \'info\', \'young\')')
        sql.execute('update tenant_main."sys$run" set ended_at = now() - interval \'4000 days\' where id = ?::uuid', [id])
        def retention = admin.get('/api/sys/retention').json.data.first()
        assert retention.subMap('run_days', 'delivery_days', 'dead_letter_days', 'script_log_days') == [run_days: 30, delivery_days: 30, dead_letter_days: 90, script_log_days: 30]

        when:
        assert admin.patch("/api/sys/retention/$retention.id", [run_days: null, script_log_days: 2]).status == 200
        server.bean(Housekeeping).run(server.bean(Tenants).require(Tenant.MAIN), Instant.now())

        then:
        sql.rows('select message from tenant_main."sys$script_log" where hook = \'x\'')*.message == ['young']
        run(id).status == 'done'

        when:
        admin.patch("/api/sys/retention/$retention.id", [run_days: 30])
        server.bean(Housekeeping).run(server.bean(Tenants).require(Tenant.MAIN), Instant.now())

        then:
        admin.get("/api/sys/run/$id").status == 404
        code(admin.patch("/api/sys/retention/$retention.id", [run_days: 0])).startsWith('422')
    }

    def 'a job that fails is tried again and then says why'() {
        when:
        def id = start('chores.failing')

        then:
        SOON.eventually { assert run(id).status == 'failed' }
        run(id).attempts == 2
        run(id).error.contains('out of luck')
    }

    def 'what a job is given by hand is an object'() {
        expect:
        with(admin.post("/api/sys/job/${jobs()['chores.answer'].id}/run", [1])) { status == 422 && json.code == 'AR-402' }
    }

    def 'packs may name the actions that there are'() {
        expect:
        chores.server.beans().getBeansOfType(JobAction)*.name().toSorted() ==
            new groovy.json.JsonSlurper().parse(getClass().getResource('/schema/job.json')).properties.action.enum
    }

    def 'a job runs by its schedule, on one of two nodes each time, and rests while it is paused'() {
        given:
        def runs = { sql.rows("select r.* from tenant_main.\"sys\$run\" r join tenant_main.\"sys\$job\" j on j.id = r.job where j.name = 'chores.often' and scheduled_for is not null order by scheduled_for".toString()) }
        SOON.eventually { assert runs().count { it.status == 'done' } >= 3 }

        when:
        assert admin.post("/api/sys/job/${jobs()['chores.often'].id}/pause").status == 204

        then:
        !jobs()['chores.often'].active
        SOON.eventually { assert runs().every { it.status == 'done' } }
        def before = runs()
        before.every { it.attempts == 1 }
        before*.scheduled_for.unique(false).size() == before.size()

        when: 'its moment passes, and it is looked at'
        def tidied = start('chores.tidy')
        SOON.eventually { assert run(tidied).status == 'done' }

        then:
        runs().size() == before.size()

        when:
        assert admin.post("/api/sys/job/${jobs()['chores.often'].id}/resume").status == 204

        then:
        SOON.eventually { assert runs().size() > before.size() }

        cleanup:
        admin.post("/api/sys/job/${jobs()['chores.often'].id}/pause")
    }

    def 'moments that were missed are made up for as the job says: #job'() {
        given:
        def id = jobs()[job].id
        admin.post("/api/sys/job/$id/pause")
        SOON.eventually { assert sql.firstRow("select count(*) as n from tenant_main.\"sys\$run\" where job = ?::uuid and status in ('waiting', 'running')".toString(), [id]).n == 0 }
        def minute = sql.firstRow("select date_trunc('minute', now()) as m").m
        def count = { sql.firstRow("select count(*) as n from tenant_main.\"sys\$run\" where job = ?::uuid and scheduled_for < ?::timestamptz - interval '1 minute'".toString(), [id, minute]).n }
        def earlier = count()

        when: 'all nodes were away for a while'
        sql.execute("update tenant_main.\"sys\$job\" set active = true, next_run = ?::timestamptz - interval '10 minutes' where id = ?::uuid".toString(), [minute, id])
        sql.execute("insert into armature.scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('tick', ?, now(), false, 1)", ['main:' + job])

        then:
        SOON.eventually { assert jobs()[job].next_run > Instant.now().toString() }
        count() - earlier == made

        cleanup:
        admin.post("/api/sys/job/$id/pause")

        where:
        job               || made
        'chores.minutely' || 9
        'chores.often'    || 0
    }

    def 'only who may change jobs starts and stops them'() {
        given:
        user('clerk', ['sales.rep'])
        def id = jobs()['chores.answer'].id

        expect:
        code(people.clerk.post("/api/sys/job/$id/run")) == '403 AR-302'
        code(people.clerk.post("/api/sys/job/$id/pause")) == '403 AR-302'
        code(people.clerk.post("/api/sys/run/$id/cancel")) == '403 AR-302'
        code(admin.post("/api/sys/job/${UUID.randomUUID()}/run")) == '404 AR-101'
        admin.patch("/api/sys/job/$id", [active: false]).status == 405
    }

    def 'who may start jobs and no more does not say what they do: #job, #given'() {
        given:
        admin.put('/api/access/roles/chores.keeper', [title: 'Keeper', grants: ['sys.job': [read: true, update: true]]])
        user('keeper', ['chores.keeper'])
        def note = admin.post('/api/chores/note', [text: 'kept']).json.id

        expect:
        code(people.keeper.post("/api/sys/job/${jobs()[job].id}/run", given)) == said
        admin.get("/api/chores/note/$note").status == 200

        cleanup:
        admin.delete("/api/chores/note/$note")

        where:
        job             | given                                                          || said
        'chores.tidy'   | [filter: 'true']                                               || '403 AR-302'
        'chores.tidy'   | [entity: 'sys.mail']                                           || '403 AR-302'
        'chores.report' | [entity: 'sys.user', fields: 'username', to: ['me@where.ever']] || '403 AR-302'
        'chores.plain'  | [to: 'me@where.ever']                                          || '403 AR-302'
        'chores.answer' | [question: 'who']                                              || '403 AR-302'
        'chores.answer' | [other: 'who']                                                 || '202 null'
        'chores.tidy'   | [:]                                                            || '202 null'
    }

    def 'work that is put off is done once, also when it fails at first'() {
        when:
        enqueue([[name: 'plain'], [name: 'shaky', fails: 1], [name: 'hopeless', fails: 9]])

        then:
        SOON.eventually {
            assert runOf('plain').status == 'done'
            assert runOf('shaky').status == 'done'
            assert runOf('hopeless').status == 'failed'
        }
        sql.rows("select name from public.ledger where name in ('plain', 'shaky', 'hopeless') order by name")*.name == ['plain', 'shaky']
        runOf('shaky').attempts == 2
        runOf('hopeless').attempts == 3
        runOf('hopeless').error == 'not the 3. time'
    }

    def 'what a node does that was taken for gone is not kept, nor is anything done again whose end was not answered'() {
        when:
        enqueue([[name: 'taken', taken: true], [name: 'lost', lost: true]])

        then:
        SOON.eventually { assert sql.rows("select name, attempt from public.ledger where name in ('taken', 'lost') order by name") == [[name: 'lost', attempt: 1], [name: 'taken', attempt: 3]] }
        SOON.eventually { assert runOf('taken').status == 'done' }
        runOf('lost').status == 'done'
        SOON.eventually { assert sql.firstRow("select count(*) as n from armature.scheduled_tasks where task_instance like ?", ["%${runOf('lost').id}%".toString()]).n == 0 }
        sql.firstRow("select count(*) as n from public.ledger where name = 'lost'").n == 1
    }

    def 'work whose order is undone is not done'() {
        when:
        server.bean(Database).transaction { transaction ->
            server.bean(Jobs).enqueue(transaction, server.bean(Tenants).require(Tenant.MAIN), 'ledger', new ObjectMapper().valueToTree([name: 'undone']))
            transaction.rollbackOnly()
        }
        enqueue([[name: 'behind']])

        then:
        SOON.eventually { assert runOf('behind').status == 'done' }
        runOf('undone') == null
    }

    def 'what runs can be stopped, and what waits'() {
        given:
        enqueue([[name: 'long', lasts: true]])
        enqueue([[name: 'future']], Instant.parse('2099-01-01T00:00:00Z'))
        SOON.eventually {
            assert runOf('long').status == 'running'
            assert runOf('long').progress > 0
        }

        when:
        assert admin.post("/api/sys/run/${runOf('long').id}/cancel").status == 202
        assert admin.post("/api/sys/run/${runOf('future').id}/cancel").status == 202

        then:
        SOON.eventually {
            assert runOf('long').status == 'stopped'
            assert runOf('future').status == 'stopped'
        }
        LedgerWork.AT_IT['long'].get() == 0
        code(admin.post("/api/sys/run/${runOf('long').id}/cancel")) == '409 AR-555'
    }

    /** How many functions are at work just now. */
    private static int atWork() {
        Thread.allStackTraces.count { thread, frames -> thread.name == 'script' && frames.any { it.className.startsWith('io.armature.engine.script.Realm') } } as int
    }

    def 'a function that runs tells how far it is, and is at work no more when its run is stopped'() {
        given:
        def id = start('chores.endless')
        SOON.eventually { assert run(id).progress == 40 }
        assert atWork() > 0

        when:
        assert admin.post("/api/sys/run/$id/cancel").status == 202

        then:
        SOON.eventually { assert run(id).status == 'stopped' }
        SOON.eventually { assert atWork() == 0 }
        admin.get("/api/sys/script_failure?filter=${URLEncoder.encode("hook == 'chores.note:job.endless'", 'UTF-8')}").json.data == []
    }

    def 'a function that takes longer than its job allows is at work no more when it is tried again'() {
        when:
        def id = start('chores.limited')

        then:
        SOON.eventually { assert run(id).status == 'failed' }
        run(id).attempts == 2
        run(id).error.contains('longer than PT1S')
        SOON.eventually { assert atWork() == 0 }
    }

    def 'what is queued stands in a row until it is done'() {
        when:
        enqueue((1..200).collect { [name: "q$it".toString()] })

        then:
        SOON.eventually { assert sql.firstRow("select count(*) as n from public.ledger where name like 'q%'").n == 200 }
        sql.firstRow("select count(distinct run) as n from public.ledger where name like 'q%'").n == 200
        SOON.eventually { assert sql.firstRow("select count(*) as n from armature.scheduled_tasks where task_name = 'work'").n == 1 }
    }
}
