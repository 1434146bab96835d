package io.armature.engine.webhook

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonSlurper
import groovy.transform.CompileStatic
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors

/** A receiver of webhooks: a real server that answers what it is told to. */
@CompileStatic
final class Receiver implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress('localhost', 0), 100)
    final List<Map> got = new CopyOnWriteArrayList<>()
    /** The status by the body; 200 unless told otherwise. */
    volatile Closure<Integer> answer = { Map body -> 200 }

    Receiver() {
        server.executor = Executors.newVirtualThreadPerTaskExecutor()
        server.createContext('/') { HttpExchange exchange ->
            def text = new String(exchange.requestBody.readAllBytes(), 'UTF-8')
            def body = (Map) new JsonSlurper().parseText(text)
            int status = answer.call(body)
            got << [headers: exchange.requestHeaders.collectEntries { name, values -> [name.toLowerCase(), values.first()] }, body: body, text: text,
                    status: status, path: exchange.requestURI.path]
            exchange.responseHeaders.add('Location', '/elsewhere')
            exchange.sendResponseHeaders(status, -1)
            exchange.close()
        }
        server.start()
    }

    int getPort() { server.address.port }

    String url(String path = '/hook') { "http://localhost:$port$path" }

    /** What it took, as it came. */
    List<Map> getTaken() { got.findAll { it.status == 200 } }

    @Override
    void close() {
        server.stop(0)
    }
}
