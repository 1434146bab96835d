package io.armature.engine.notify

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import groovy.json.JsonOutput
import io.armature.engine.access.SalesPack
import io.armature.engine.db.Database as Db
import io.armature.engine.event.Event
import io.armature.engine.event.Outbox
import io.armature.engine.tenant.Tenants
import io.armature.engine.testing.Caller
import io.armature.engine.testing.TestServer
import io.armature.testing.Database
import jakarta.mail.internet.MimeMessage
import jakarta.mail.internet.MimeMultipart
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Mails of packs, with a real mail server at the other end. */
class MailsSpec extends Specification {
    @Shared GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort())
    @Shared @AutoCleanup TestServer server
    def soon = new PollingConditions(timeout: 20, delay: 0.05)

    def setupSpec() {
        post.start()
        def folder = SalesPack.folder(['mails/hello.yaml': '''
            title: Hello
            entity: customer
            subject: "About {{name}}"
            text: |
              Dear {{name}}, your limit is {{credit_limit}} since {{created_at}}; {{isSet(email) ? 'write' : 'call'}} us. {{contacts_are_none}}
            html: "<p>Dear {{name}}</p>"
            translations:
              fr: { subject: "Au sujet de {{name}}", text: "Votre limite : {{credit_limit}}" }
            '''.replace(' {{contacts_are_none}}', ''), 'mails/raised.yaml': '''
            title: A higher limit
            entity: customer
            subject: "{{name}} may have {{credit_limit}}"
            text: "Since {{updated_at}}."
            send:
              after: [updated]
              changed: [credit_limit]
              when: "credit_limit >= 1000"
              to: [email, owner]
              as: [mail, message]
            ''', 'mails/welcome.yaml': '''
            entity: customer
            subject: "Welcome, {{name}}"
            text: "Glad to have you."
            send: { after: [created], when: "credit_limit == 5.5", to: email }
            ''', 'mails/arrived.yaml': '''
            entity: customer
            subject: "{{name}} is new"
            text: "Who calls?"
            send: { after: [created], when: "credit_limit == 7.5", to: ["role:chief"] }
            '''])
        server = new TestServer(Database.fresh(), [folder.toString()], [
            ARMATURE_SMTP_URL: "smtp+plain://localhost:$post.smtp.port".toString(), ARMATURE_SMTP_FROM: 'Armature <no-reply@example.org>'])
    }

    def cleanup() { post.purgeEmailFromAllMailboxes() }

    def cleanupSpec() { post.stop() }

    private Caller getAdmin() { server.administrator }

    private MimeMessage mail(String to) {
        soon.eventually { assert post.receivedMessages.any { it.allRecipients*.toString() == [to] } }
        post.receivedMessages.find { it.allRecipients*.toString() == [to] }
    }

    private String customer(Map values) {
        def made = admin.post('/api/sales/customer', values)
        assert made.status == 201
        made.json['id']
    }

    def 'a role of the pack of a mail is named without it'() {
        given:
        admin.post('/api/sys/user', [username: 'gabi', name: 'Gabi', email: 'gabi@example.org', password: 'a long enough one', roles: ['sales.chief']])

        when:
        customer([name: 'Ost', credit_limit: 7.5])

        then:
        mail('gabi@example.org').subject == 'Ost is new'
    }

    def 'a mail shows the values of its record, in the language of its reader, escaped in HTML; nothing is sent by looking'() {
        given:
        def record = customer([name: '<b>Brau & Co</b> {{1+1}}', credit_limit: 1234.50])

        when:
        def seen = admin.post('/api/mails/preview', [template: 'sales.hello', record: record]).json

        then:
        seen.subject == 'About <b>Brau & Co</b> {{1+1}}'
        seen.text.startsWith('Dear <b>Brau & Co</b> {{1+1}}, your limit is 1,234.50 since ')
        seen.text.contains('call us.')
        seen.html == '<p>Dear &lt;b&gt;Brau &amp; Co&lt;/b&gt; {{1+1}}</p>'

        when:
        seen = admin.post('/api/mails/preview', [template: 'sales.hello', record: record, locale: 'fr']).json

        then:
        seen.subject.startsWith('Au sujet de ')
        seen.text.replaceAll('\\h', ' ') == 'Votre limite : 1 234,50'
        seen.html == null
        post.receivedMessages.length == 0
        (admin.get('/api/mails/templates').json['data'] as List).contains([name: 'sales.hello', title: 'Hello', entity: 'sales.customer'])
    }

    def 'mails go to addresses, to fields that hold one and to people, each once, with HTML and files'() {
        given:
        admin.post('/api/sys/user', [username: 'zoe', name: 'Zoé', email: 'zoe@example.org', locale: 'fr', password: 'a long enough one'])
        def record = customer([name: 'Brau', email: 'info@brau.example', credit_limit: 5])
        def file = admin.with('Content-Type': 'text/plain').call('POST', '/api/files?name=list%C3%A9.txt', 'one, two'.bytes).json['id']

        when:
        def sent = admin.post('/api/mails', [template: 'sales.hello', record: record, files: [file],
            to: ['email', 'info@brau.example', 'user:zoe', 'eve@example.org']])

        then:
        sent.status == 202
        sent.json == [mails: 3]
        mail('zoe@example.org').subject == 'Au sujet de Brau'
        with(mail('info@brau.example')) {
            subject == 'About Brau'
            def parts = content as MimeMultipart
            def words = parts.getBodyPart(0).content as MimeMultipart
            (words.getBodyPart(0).content as String).startsWith('Dear Brau')
            words.getBodyPart(1).contentType.startsWith('text/html')
            jakarta.mail.internet.MimeUtility.decodeText(parts.getBodyPart(1).fileName) == 'listé.txt'
            parts.getBodyPart(1).content == 'one, two'
        }
        mail('eve@example.org')
        soon.eventually { assert (admin.get("/api/sys/mail?filter=status%20==%20'sent'").json['data'] as List).size() >= 3 }
    }

    def 'what is asked for in the outbox is sent once, however often it is told'() {
        given:
        def tenant = server.bean(Tenants).require('main')
        def event = Event.of(UUID.randomUUID(), Instant.now(), 'sys.mail.requested', Optional.empty(), new UUID(0, 0),
            JsonOutput.toJson([to: 'max@example.org', subject: [en: 'Hi', fr: 'Salut'], text: 'There', locale: 'fr']), 'spec')

        when:
        2.times { server.bean(Db).transaction { transaction -> server.bean(Outbox).add(transaction, tenant, event) } }

        then:
        mail('max@example.org').subject == 'Salut'
        soon.eventually { assert admin.get("/api/sys/mail?filter=recipient%20==%20'max@example.org'").json['data']*.status == ['sent'] }
    }

    def 'mails go by themselves: after what happened, when a condition holds, once, to people as messages too'() {
        given:
        def record = customer([name: 'Nord', email: 'nord@example.org', credit_limit: 5.5])
        def path = "/api/sales/customer/$record"

        expect:
        mail('nord@example.org').subject == 'Welcome, Nord'

        when: 'another field changes, the limit of another customer, but not far enough, then far enough'
        post.purgeEmailFromAllMailboxes()
        def other = customer([name: 'Ost', email: 'ost@example.org', credit_limit: 1])
        assert admin.patch("/api/sales/customer/$other", [credit_limit: 999]).status == 200
        [[name: 'Nordwind'], [credit_limit: 1500.25]].each { assert admin.patch(path, it).status == 200 }

        then:
        mail('nord@example.org').subject == 'Nordwind may have 1,500.25'
        soon.eventually { assert admin.get('/api/notifications').json['data']*.title == ['Nordwind may have 1,500.25'] }

        when: 'an event is told again'
        def tenant = server.bean(Tenants).require('main')
        def event = Event.of(UUID.randomUUID(), Instant.now(), 'sales.customer.created',
            Optional.of(new Event.Subject('sales.customer', UUID.fromString(record as String), 9)), new UUID(0, 0), '{}', 'spec')
        admin.patch(path, [credit_limit: 5.5])
        2.times { server.bean(Db).transaction { transaction -> server.bean(Outbox).add(transaction, tenant, event) } }

        then:
        soon.eventually { assert post.receivedMessages*.subject.sort() == ['Nordwind may have 1,500.25', 'Welcome, Nordwind'] }
        post.receivedMessages.length == 2
    }

    def 'a message shows of its record what its reader would see there'() {
        given: 'one whose people do not see limits, and one who sees them'
        def people = ['rep', 'chief'].collectEntries { role ->
            [role, admin.post('/api/sys/user', [username: "of $role", name: role, password: 'a long enough one', roles: ["sales.$role"]]).json['id']]
        }
        def record = customer([name: 'Sued', email: 'sued@example.org', credit_limit: 1, pin: '4711', owner: people.rep])
        def told = { String role ->
            def token = server.caller.post('/api/auth/login', [username: "of $role", password: 'a long enough one']).json['accessToken']
            server.caller.withToken(token as String).get('/api/notifications').json['data']
        }

        when:
        assert admin.patch("/api/sales/customer/$record", [credit_limit: 2500]).status == 200

        then: 'the mail that the pack sends to an address says what the pack has it say'
        mail('sued@example.org').subject == 'Sued may have 2,500'
        soon.eventually {
            assert told('rep')*.title == ['Sued may have']
            assert told('rep')*.body.every { it.startsWith('Since ') && !it.contains('2,500') }
        }

        when: 'it goes to one who sees limits'
        assert admin.put('/api/access/roles/sales.chief', [title: 'Chief', grants: ['sales.customer': [read: true]]]).status == 200
        assert admin.patch("/api/sales/customer/$record", [credit_limit: 2600, owner: people.chief]).status == 200

        then:
        soon.eventually {
            assert told('chief')*.title == ['Sued may have 2,600']
        }
    }

    def 'no mail goes that says nothing, tells of a record that is not there, or has files that are not: #order'() {
        expect:
        with(admin.post('/api/mails', [to: 'x@example.org'] + order)) {
            status == refused
            it.text.contains(named)
        }

        where:
        order                                                       || refused | named
        [template: 'sales.hello', record: UUID.randomUUID()]        || 404     | ''
        [template: 'sales.hello']                                   || 422     | '`record`'
        [:]                                                         || 422     | '`subject`'
        [subject: 'Hello']                                          || 422     | '`text`'
        [subject: 'Hello', text: 'x', files: [UUID.randomUUID()]]   || 422     | 'files'
    }

    def 'a mail about a record that is gone when it is written goes to nobody'() {
        given:
        def tenant = server.bean(Tenants).require('main')
        def event = { String to, String record -> Event.of(UUID.randomUUID(), Instant.now(), 'sys.mail.requested',
            Optional.of(new Event.Subject('sales.customer', UUID.fromString(record), 1)), new UUID(0, 0),
            JsonOutput.toJson([to: to, template: 'sales.hello']), 'spec') }
        def there = customer([name: 'There'])

        when:
        server.bean(Db).transaction { transaction ->
            server.bean(Outbox).add(transaction, tenant, event('gone@example.org', UUID.randomUUID().toString()))
            server.bean(Outbox).add(transaction, tenant, event('there@example.org', there))
        }

        then:
        mail('there@example.org').subject == 'About There'
        admin.get("/api/sys/mail?filter=recipient%20==%20'gone@example.org'").json['data'] == []
        admin.post('/api/mails/preview', [template: 'sales.hello', record: UUID.randomUUID()]).status == 404
    }

    def 'a mail can be sent once more, and only administrators deal with mails'() {
        given:
        admin.post('/api/auth/users', [username: 'eve', password: 'a long enough one'])
        def eve = server.caller.withToken(server.caller.post('/api/auth/login', [username: 'eve', password: 'a long enough one']).json['accessToken'] as String)
        admin.post('/api/mails', [to: 'again@example.org', subject: 'Once', text: 'x'])
        mail('again@example.org')
        def id = null
        soon.eventually {
            id = admin.get("/api/sys/mail?filter=recipient%20==%20'again@example.org'%20%26%26%20status%20==%20'sent'").json['data'][0].id
        }
        post.purgeEmailFromAllMailboxes()

        expect:
        eve.post("/api/mails/$id/again").status == 403
        eve.post('/api/mails/preview', [template: 'sales.hello']).status == 403
        eve.post('/api/mails', [to: 'x@example.org', subject: 'x', text: 'x']).status == 403
        admin.post("/api/mails/$id/again").status == 202
        mail('again@example.org').subject == 'Once'
        admin.post("/api/mails/${UUID.randomUUID()}/again").status == 404
        admin.post('/api/mails/preview', [template: 'sales.none']).status == 422
        admin.post('/api/mails', [to: 'nobody', subject: 'x', text: 'x']).status == 422
    }
}
