package io.armature.engine.web

import com.sun.net.httpserver.HttpServer
import io.armature.engine.testing.TestServer
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.util.environment.RestoreSystemProperties

class TracesSpec extends Specification {
    @RestoreSystemProperties
    def 'a collector is told of requests, as a part of what the caller has begun'() {
        given:
        def received = new LinkedBlockingQueue<byte[]>()
        def collector = HttpServer.create(new InetSocketAddress('localhost', 0), 0)
        collector.createContext('/v1/traces') { exchange ->
            received.add(exchange.requestBody.bytes)
            exchange.sendResponseHeaders(200, -1)
            exchange.close()
        }
        collector.start()
        System.setProperty('otel.exporter.otlp.endpoint', "http://localhost:$collector.address.port".toString())
        System.setProperty('otel.bsp.schedule.delay', '100')
        def server = new TestServer()

        when:
        server.administrator.with(traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01').get('/api/auth/me')

        then:
        def told = new StringBuilder()
        while (!told.contains('GET /api/auth/me')) {
            def batch = received.poll(20, TimeUnit.SECONDS)
            assert batch: 'nothing came'
            told.append(new String(batch, 'ISO-8859-1'))
        }
        told.contains('armature.tenant')
        told.contains(new String('4bf92f3577b34da6a3ce929d0e0e4736'.decodeHex(), 'ISO-8859-1'))

        cleanup:
        server?.close()
        collector?.stop(0)
    }
}
