package io.armature.bench.load

import com.sun.net.httpserver.HttpServer
import java.time.Duration
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification

class SocketGeneratorSpec extends Specification {
    @AutoCleanup('close')
    def threads = Executors.newVirtualThreadPerTaskExecutor()
    @AutoCleanup('stop')
    def server = new HttpServerForSpecs(threads)

    def 'sends every request, counts what is answered and how fast'() {
        when:
        def result = new SocketGenerator().send(load('/a', '/b', '/c'))

        then:
        server.paths == ['/a', '/b', '/c'] as Set
        result.requests() > 10
        result.errors() == 0
        0 < result.p50() && result.p50() <= result.p99()
        result.perSecond() > 10
    }

    def 'an answer that is not good is an error'() {
        when:
        def result = new SocketGenerator().send(load('/bad', '/good'))

        then:
        0 < result.errors() && result.errors() < result.requests()
    }

    def 'a load needs requests, connections and time'() {
        when:
        new Load(1, requests, connections, Duration.ofMillis(millis))

        then:
        thrown(IllegalArgumentException)

        where:
        requests    | connections | millis
        []          | 1           | 1
        [[] as byte[]] | 0        | 1
        [[] as byte[]] | 1        | 0
    }

    private Load load(String... paths) {
        def requests = paths.collect { "GET $it HTTP/1.1\r\nHost: localhost\r\n\r\n".bytes }
        new Load(server.port, requests, 3, Duration.ofMillis(300))
    }

    static final class HttpServerForSpecs {
        final Set<String> paths = ConcurrentHashMap.newKeySet()
        private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

        HttpServerForSpecs(executor) {
            http.executor = executor
            http.createContext('/') { exchange ->
                def path = exchange.requestURI.path
                paths << path
                exchange.sendResponseHeaders(path == '/bad' ? 500 : 200, path == '/a' ? 0 : 2)
                exchange.responseBody.withCloseable { it.write('ok'.bytes) }
            }
            http.start()
        }

        int getPort() { http.address.port }

        void stop() { http.stop(0) }
    }
}
