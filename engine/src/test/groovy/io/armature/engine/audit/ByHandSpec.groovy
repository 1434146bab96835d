package io.armature.engine.audit

import io.armature.engine.job.ChoresPack
import io.armature.engine.testing.TestServer
import io.armature.engine.webhook.Receiver
import io.armature.testing.Database
import groovy.json.JsonSlurper
import groovy.sql.Sql
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What people have done by hand beside writing records is in the trail, and none of its secrets. */
class ByHandSpec extends Specification {
    @Shared Path folder = ChoresPack.folder()
    @Shared @AutoCleanup TestServer server = new TestServer(Database.fresh(), [folder.toString()])
    @Shared Sql sql = new Sql(server.database)
    @Shared @AutoCleanup Receiver receiver = new Receiver()
    def admin = server.administrator

    def 'jobs that are run, rest and go on'() {
        given:
        def job = admin.get("/api/sys/job?filter=name=='chores.answer'".replace("'", '%27')).json.data[0].id

        when:
        def run = admin.post("/api/sys/job/$job/run", [question: 'the secret of the run']).json.run
        assert admin.post("/api/sys/job/$job/pause").status == 204
        assert admin.post("/api/sys/job/$job/resume").status == 204

        then:
        trail('sys.job') == [['job_run', job, [job: 'chores.answer', run: run]], ['job_pause', job, [job: 'chores.answer']],
                             ['job_resume', job, [job: 'chores.answer']]]
    }

    def 'runs that are stopped'() {
        given:
        def job = admin.get("/api/sys/job?filter=name=='chores.endless'".replace("'", '%27')).json.data[0].id
        def run = admin.post("/api/sys/job/$job/run").json.run

        when:
        assert admin.post("/api/sys/run/$run/cancel").status == 202

        then:
        trail('sys.run') == [['run_cancel', run, [:]]]
    }

    def 'webhooks that are tried and told again'() {
        given:
        def hook = admin.post('/api/sys/webhook', [url: receiver.url(), events: ['chores.note.*'], allow_private: true]).json.id

        when:
        def delivery = admin.post("/api/sys/webhook/$hook/test").json.delivery
        def again = admin.post("/api/sys/delivery/$delivery/replay").json.delivery
        assert admin.post("/api/sys/webhook/$hook/replay").json.deliveries == 0
        assert admin.post("/api/sys/webhook/$hook/rotate").status == 200

        then:
        def told = trail('sys.webhook').findAll { it[0] != 'create' }
        told[0..2] == [['webhook_test', hook, [delivery: delivery]], ['webhook_replay', hook, [delivery: again]], ['webhook_replay', hook, [deliveries: '0']]]
        told[3][0] == 'secret_rotate'
        told[3][2].keySet() == ['previousUntil'] as Set
    }

    def 'mails that are sent, and sent again'() {
        when:
        assert admin.post('/api/mails', [to: ['ada@example.org', 'bob@example.org'], subject: 'Hush', text: 'What nobody shall know']).json.mails == 2
        def mail = admin.get('/api/sys/mail?limit=1').json.data[0].id
        assert admin.post("/api/mails/$mail/again").status == 202

        then:
        trail('sys.mail') == [['mail_send', null, [mails: 2]], ['mail_again', mail, [:]]]
    }

    def 'sessions that are ended and mails that are changed or taken away as records, without their values'() {
        given:
        admin.post('/api/auth/users', [username: 'theo', name: 'Theo', password: 'a long enough one'])
        def theo = server.caller.post('/api/auth/login', [username: 'theo', password: 'a long enough one']).json.user.id
        def session = admin.get('/api/sys/session?limit=100').json.data.find { it.user == theo }.id
        assert admin.post('/api/mails', [to: 'max@example.org', subject: 'Hush', text: 'What nobody shall know']).status == 202
        def mail = admin.get('/api/sys/mail?limit=100').json.data.find { it.recipient == 'max@example.org' }.id

        when:
        assert admin.patch("/api/sys/mail/$mail", [status: 'failed']).status == 200
        assert admin.delete("/api/sys/mail/$mail").status == 204
        assert admin.delete("/api/sys/session/$session").status == 204

        then:
        trail('sys.mail').findAll { it[1] == mail } == [['update', mail, [:]], ['delete', mail, [:]]]
        trail('sys.session').findAll { it[1] == session } == [['delete', session, [user: theo]]]
        sql.firstRow('select count(*) as n from tenant_main."sys$audit" where record in (?::uuid, ?::uuid) and changes <> \'{}\'', [mail, session]).n == 0
    }

    def 'packs come, rest and go by plans, not as records'() {
        given:
        def pack = admin.get('/api/sys/pack?limit=1').json.data[0]

        expect:
        admin.delete("/api/sys/pack/$pack.id").status == 405
        admin.patch("/api/sys/pack/$pack.id", [external_id: 'other']).status == 405
        admin.post('/api/sys/pack/batch', [delete: [pack.id]]).status == 405
        admin.get("/api/sys/pack/$pack.id").json == pack
    }

    def 'views that are shared with others'() {
        given:
        def view = admin.post('/api/sys/saved_view', [name: 'Mine', entity: 'chores.note', state: [filter: 'old']]).json.id

        when:
        assert admin.patch("/api/sys/saved_view/$view", [everybody: true, readers: [[role: 'sys.everybody']]]).status == 200

        then:
        trail('sys.saved_view').collect { it[0..1] } == [['create', view], ['update', view]]
        trail('sys.saved_view_reader').size() == 1
    }

    /** Action, record and details of what the administrator did. */
    private List trail(String entity) {
        sql.rows('select action, record, details::text as details, actor from tenant_main."sys$audit" where entity = ? order by id', [entity])
            .each { assert it.actor != null }
            .collect { [it.action, it.record?.toString(), new JsonSlurper().parseText(it.details as String)] }
    }
}
