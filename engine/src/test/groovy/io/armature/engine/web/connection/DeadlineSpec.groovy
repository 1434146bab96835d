package io.armature.engine.web.connection

import io.netty.channel.embedded.EmbeddedChannel
import io.netty.handler.codec.http.HttpServerCodec
import java.nio.charset.StandardCharsets
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class DeadlineSpec extends Specification {
    private static final String REQUEST = 'POST /t/acme/api/x?y=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n'

    private EmbeddedChannel channel = connection()

    private static EmbeddedChannel connection() {
        def deadline = new Deadline()
        new EmbeddedChannel(deadline.bytes(), new HttpServerCodec(), deadline, new TenantPaths())
    }

    private void send(String text) {
        channel.writeInbound(channel.alloc().buffer().writeBytes(text.getBytes(StandardCharsets.US_ASCII)))
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS)
        channel.runScheduledPendingTasks()
    }

    def 'a connection on which nothing is said is closed'() {
        when:
        pass(Deadline.HEADERS + 1)

        then:
        !channel.open
    }

    def 'headers that come drop by drop end with the connection'() {
        when:
        (1..Deadline.HEADERS + 2).each {
            if (channel.open) {
                send('a')
            }
            pass(1)
        }

        then:
        !channel.open
    }

    def 'a body that never ends ends with the connection'() {
        when:
        send(REQUEST + 'ab')
        pass(Deadline.HEADERS + 1)

        then:
        channel.open

        when:
        pass(Deadline.BODY)

        then:
        !channel.open
    }

    def 'a request that was sent whole is waited for, and so is the next one'() {
        when:
        send(REQUEST + 'abcd')
        pass(Deadline.BODY + Deadline.HEADERS + 1)

        then:
        channel.open

        when:
        send('G')
        pass(Deadline.HEADERS + 1)

        then:
        !channel.open
    }

    def 'the tenant in the address becomes a header, beside another that the caller names: who names two is refused'() {
        when:
        send(REQUEST.replace('Host: a', 'Host: a\r\nX-Tenant: other') + 'abcd')

        then:
        with(channel.readInbound()) {
            uri() == '/api/x?y=1'
            headers().getAll('X-Tenant') as Set == ['other', 'acme'] as Set
        }
    }

    def 'an address that only begins like one stays as it is: #uri'() {
        when:
        send("GET $uri HTTP/1.1\r\nHost: a\r\n\r\n")

        then:
        channel.readInbound().uri() == uri

        where:
        uri << ['/t/acme', '/t', '/table/x/y', '/api/t/x/y']
    }
}
