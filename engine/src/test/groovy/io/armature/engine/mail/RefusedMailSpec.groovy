package io.armature.engine.mail

import groovy.sql.Sql
import io.armature.engine.access.AccessSpecification
import io.armature.engine.db.Database
import io.armature.engine.tenant.Tenants
import io.armature.engine.vault.Vault
import java.time.Instant

/** What becomes of mails that the server of mail refuses, and what is told of why. */
class RefusedMailSpec extends AccessSpecification {
    ServerSocket post = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    List<String> taken = [].asSynchronized()
    Map<String, List<String>> refusals = [nobody: ['550 no such user'], busy: ['451 try later']]

    def setup() {
        Thread.startVirtualThread {
            while (!post.closed) {
                try {
                    def socket = post.accept()
                    Thread.startVirtualThread { converse(socket) }
                } catch (SocketException closed) {
                    return
                }
            }
        }
    }

    def cleanup() { post.close() }

    /** As much of SMTP as a mail needs; who is named among the refusals is refused so often. */
    private void converse(Socket socket) {
        socket.withStreams { input, output ->
            def say = { String line -> output << "$line\r\n"; output.flush() }
            def reader = input.newReader()
            String to = ''
            boolean content = false
            say('220 post')
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (content) {
                    content = line != '.'
                    if (!content) {
                        taken << to
                        say('250 taken')
                    }
                } else if (line.startsWith('RCPT')) {
                    to = (line =~ /<(.*)@/)[0][1]
                    say(refusals[to] ? refusals[to].removeFirst() : '250 ok')
                } else if (line == 'DATA') {
                    content = true
                    say('354 go on')
                } else if (line == 'QUIT') {
                    say('221 bye')
                    return
                } else {
                    say('250 post')
                }
            }
        }
    }

    private Map mail(String to) {
        admin.get('/api/sys/mail?filter=' + URLEncoder.encode("recipient == '$to@example.org'", 'UTF-8')).json['data'][0] as Map
    }

    def 'an address that is refused for good bounces, one that is busy gets it later, and both are told in the words of the server'() {
        given:
        def sender = new MailSender(server.bean(Database), server.bean(Vault), server.bean(MailFiles),
            Optional.of(new MailServer(URI.create("smtp+plain://localhost:$post.localPort"), 'Us <us@example.org>')))
        def tenant = server.bean(Tenants).require('main')
        assert admin.post('/api/mails', [to: ['nobody@example.org', 'busy@example.org', 'ada@example.org'], subject: 'Hello', text: 'There']).json == [mails: 3]

        when:
        sender.run(tenant, Instant.now())

        then:
        taken == ['ada']
        mail('ada').status == 'sent'
        with(mail('nobody')) { status == 'bounced' && error.contains('550 no such user') }
        with(mail('busy')) { status == 'waiting' && attempts == 1 && error.contains('451 try later') }

        when:
        new Sql(server.database).execute('update tenant_main."sys$mail" set next_attempt_at = now() where status = \'waiting\'')
        sender.run(tenant, Instant.now())

        then:
        taken == ['ada', 'busy']
        with(mail('busy')) { status == 'sent' && attempts == 2 && error == null }
        mail('nobody').status == 'bounced'
    }
}
