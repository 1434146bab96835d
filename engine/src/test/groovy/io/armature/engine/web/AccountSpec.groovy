package io.armature.engine.web

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import groovy.sql.Sql
import io.armature.engine.testing.Answer
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import jakarta.mail.internet.MimeMessage
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Accounts by mail, with a real mail server at the other end. */
class AccountSpec extends Specification {
    private static final String PASSWORD = 'a long enough one'
    @Shared GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort())
    @Shared @AutoCleanup TestServer server
    @Shared Sql sql
    private final PollingConditions soon = new PollingConditions(timeout: 10)

    def setupSpec() {
        post.start()
        server = new TestServer(
            ARMATURE_SMTP_URL: "smtp+plain://localhost:$post.smtp.port".toString(),
            ARMATURE_SMTP_FROM: 'Armature <no-reply@example.org>',
            ARMATURE_PUBLIC_URL: 'https://erp.example.org/')
        sql = new Sql(server.database)
    }

    def cleanup() {
        post.purgeEmailFromAllMailboxes()
        sql.execute('delete from tenant_main."sys$attempt"')
    }

    def cleanupSpec() {
        post.stop()
    }

    private Caller getCaller() { server.caller }

    private Caller getAdministrator() { server.administrator }

    private Answer login(String name, String password = PASSWORD) {
        caller.post('/api/auth/login', [username: name, password: password])
    }

    private void user(String name, Map more = [:]) {
        assert administrator.post('/api/sys/user', [username: name, name: name, email: "$name@example.org".toString(), password: PASSWORD] + more).status == 201
    }

    private MimeMessage mail(String to) {
        soon.eventually { assert post.receivedMessages.any { it.allRecipients*.toString() == [to] } }
        post.receivedMessages.find { it.allRecipients*.toString() == [to] }
    }

    private static String token(MimeMessage mail) {
        URLDecoder.decode((mail.content as String).find(/token=([^\s&]+)/) { it[1] }, 'UTF-8')
    }

    def 'an invited user chooses a password by the link in his mail, once'() {
        when:
        def answer = administrator.post('/api/auth/invite', [email: 'ada@example.org', name: 'Ada Lovelace', locale: 'fr', roles: ['administrator']])
        def mail = mail('ada@example.org')

        then:
        answer.status == 201
        mail.subject == 'Votre compte'
        mail.from*.toString() == ['Armature <no-reply@example.org>']
        (mail.content as String).contains('Bonjour Ada Lovelace')
        (mail.content as String).contains('https://erp.example.org/account/invite?token=')
        login('ada@example.org').status == 401

        when:
        def token = token(mail)

        then: 'a weak password leaves the link as it is'
        caller.post('/api/auth/confirm', [token: token, password: 'password1']).json.code == 'AR-324'
        caller.post('/api/auth/confirm', [token: token, password: PASSWORD]).status == 204
        caller.post('/api/auth/confirm', [token: token, password: PASSWORD]).status == 410
        login('ada@example.org').json.user.roles == ['administrator']

        and: 'no link is left in the database'
        soon.eventually { assert sql.rows('select sealed, status from tenant_main."sys$mail"').every { it.sealed == null && it.status == 'sent' } }
    }

    def 'only administrators invite'() {
        given:
        user('bob')
        def bob = caller.withToken(login('bob').json.accessToken as String)

        expect:
        bob.post('/api/auth/invite', [email: 'x@example.org']).status == 403
        administrator.post('/api/auth/invite', [email: email]).status == 422

        cleanup:
        sql.execute("delete from tenant_main.\"sys\$user\" where username = 'bob'")

        where:
        email << ['nobody', 'a@b.example\r\nBcc: all@example.org', 'a@b.example,c@d.example', 'Eve <a@b.example>', '']
    }

    def 'who forgot his password gets a link that works once, ends his sessions, and nothing tells of accounts'() {
        given:
        user('cyd')
        def session = caller.withToken(login('cyd').json.accessToken as String)
        def times = { Closure work -> def start = System.nanoTime(); def answer = work(); [answer, System.nanoTime() - start] }

        when:
        def known = times { caller.post('/api/auth/reset', [email: 'CYD@example.org']) }
        def unknown = times { caller.post('/api/auth/reset', [email: 'nobody@example.org']) }

        then:
        known[0].status == 202
        unknown[0].status == 202
        known[0].text == unknown[0].text

        when:
        def token = token(mail('cyd@example.org'))

        then:
        caller.post('/api/auth/reset', [token: token, password: 'another long one']).status == 204
        caller.post('/api/auth/reset', [token: token, password: 'a third long one']).status == 410
        session.get('/api/auth/me').status == 401
        login('cyd').status == 401
        login('cyd', 'another long one').status == 200
        post.receivedMessages.size() == 1
    }

    def 'a link that is used by many at once lets one of them choose'() {
        given:
        user('lin')
        caller.post('/api/auth/reset', [username: 'lin'])
        def token = token(mail('lin@example.org'))
        def people = Executors.newFixedThreadPool(6)

        when:
        def statuses = people.invokeAll((1..6).collect { number ->
            { -> caller.post('/api/auth/reset', [token: token, password: "number $number of a few"]).status } as Callable<Integer>
        })*.get()

        then:
        statuses.sort() == [204] + [410] * 5
        (1..6).count { login('lin', "number $it of a few").status == 200 } == 1

        cleanup:
        people.shutdown()
    }

    def 'a link that is #what is refused'() {
        given:
        user('dan')
        caller.post('/api/auth/reset', [username: 'dan'])
        def token = token(mail('dan@example.org'))

        when:
        def used = prepared(what, token)

        then:
        caller.post(path, [token: used] + more).status == 410

        cleanup:
        sql.execute("delete from tenant_main.\"sys\$user\" where username = 'dan'")

        where:
        what                | path                | more
        'made up'           | '/api/auth/reset'   | [password: PASSWORD]
        'too old'           | '/api/auth/reset'   | [password: PASSWORD]
        'for another thing' | '/api/auth/confirm' | [:]
        'replaced'          | '/api/auth/reset'   | [password: PASSWORD]
    }

    private String prepared(String what, String token) {
        if (what == 'too old') {
            sql.execute('update tenant_main."sys$link" set expires_at = now()')
        }
        if (what == 'replaced') {
            caller.post('/api/auth/reset', [username: 'dan'])
            soon.eventually { assert post.receivedMessages.size() == 2 }
        }
        what == 'made up' ? token.reverse() : token
    }

    def 'asking for links is limited by account, whether there is one or not'() {
        expect:
        (1..5).collect { caller.post('/api/auth/reset', [email: who]).status } == [202] * 5
        with(caller.post('/api/auth/reset', [email: who])) { status == 429 && header('Retry-After') }

        where:
        who << ['nobody@example.org', 'ada@example.org']
    }

    def 'a new address counts once its link is followed'() {
        given:
        user('eve')
        def eve = caller.withToken(login('eve').json.accessToken as String)

        expect:
        eve.post('/api/auth/email', [email: 'new@example.org', password: 'not the right one']).status == 401
        eve.post('/api/auth/email', [email: 'new@example.org', password: PASSWORD]).status == 202
        address('eve') == 'eve@example.org'

        when:
        def answer = caller.post('/api/auth/confirm', [token: token(mail('new@example.org'))])

        then:
        answer.status == 204
        address('eve') == 'new@example.org'
    }

    def 'a link that went to an address which is the user\'s no more lets nobody in'() {
        given:
        user('gus')
        caller.post('/api/auth/reset', [username: 'gus'])
        def token = token(mail('gus@example.org'))
        def gus = caller.withToken(login('gus').json.accessToken as String)
        gus.post('/api/auth/email', [email: 'gus2@example.org', password: PASSWORD])

        when:
        assert caller.post('/api/auth/confirm', [token: this.token(mail('gus2@example.org'))]).status == 204

        then:
        caller.post('/api/auth/reset', [token: token, password: 'another long one']).status == 410
        login('gus').status == 200
        address('gus') == 'gus2@example.org'
    }

    def 'a new password ends every link, also one to an address that somebody else has named: #how'() {
        given:
        user('hal')
        def hal = caller.withToken(login('hal').json.accessToken as String)
        hal.post('/api/auth/email', [email: 'thief@example.org', password: PASSWORD])
        def token = token(mail('thief@example.org'))

        when:
        assert changed(how, hal).status < 300

        then:
        caller.post('/api/auth/confirm', [token: token]).status == 410
        address('hal') == 'hal@example.org'

        cleanup:
        sql.execute("delete from tenant_main.\"sys\$user\" where username = 'hal'")

        where:
        how << ['his own', 'of an administrator', 'written over REST', 'chosen by a link']
    }

    private Answer changed(String how, Caller hal) {
        def password = 'another long one'
        switch (how) {
            case 'his own': return hal.post('/api/auth/password', [password: PASSWORD, newPassword: password])
            case 'of an administrator': return administrator.post('/api/auth/users/hal/password', [password: password])
            case 'written over REST': return administrator.patch("/api/sys/user/${hal.get('/api/auth/me').json.id}", [password: password])
            default:
                caller.post('/api/auth/reset', [username: 'hal'])
                return caller.post('/api/auth/reset', [token: token(mail('hal@example.org')), password: password])
        }
    }

    def 'nobody floods others with mails that ask whether an address is his'() {
        given:
        user('ivy')
        def ivy = caller.withToken(login('ivy').json.accessToken as String)
        def ask = { ivy.post('/api/auth/email', [email: "victim$it@example.org".toString(), password: PASSWORD]).status }

        expect:
        (1..6).collect(ask) == [202] * 5 + 429
    }

    private String address(String name) {
        sql.firstRow('select email from tenant_main."sys$user" where username = ?', [name]).email
    }

    def 'a mail waits for its server, and is sent when that is there again'() {
        given:
        user('fay')
        def port = post.smtp.port
        post.stop()

        when:
        caller.post('/api/auth/reset', [username: 'fay'])

        then:
        soon.eventually {
            with(sql.firstRow('select * from tenant_main."sys$mail" where recipient = \'fay@example.org\'')) {
                assert status == 'waiting' && error && attempts == 1
                assert body == null && !sealed.contains('token=')
            }
        }

        when: 'it is back, and the time for the next attempt has come'
        post = new GreenMail(new ServerSetup(port, null, 'smtp'))
        post.start()
        sql.execute('update tenant_main."sys$mail" set next_attempt_at = now()')
        soon.eventually { assert sql.executeUpdate('update armature.due_work set due_at = now() where kind = \'mail\'') == 1 }

        then:
        token(mail('fay@example.org'))
    }

    def 'two nodes send each mail once'() {
        given:
        def second = new TestServer(server.database, [], [ARMATURE_SMTP_URL: "smtp+plain://localhost:$post.smtp.port".toString()])

        when:
        (1..10).each { assert administrator.post('/api/auth/invite', [email: "guest$it@example.org".toString()]).status == 201 }

        then:
        soon.eventually { assert post.receivedMessages.size() >= 10 }
        new PollingConditions(delay: 0.5, initialDelay: 1).eventually {
            assert post.receivedMessages*.allRecipients*.toString().sort().unique().size() == 10
            assert post.receivedMessages.size() == 10
        }

        cleanup:
        second.close()
    }
}
