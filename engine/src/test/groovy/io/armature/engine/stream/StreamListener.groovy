package io.armature.engine.stream

import groovy.json.JsonSlurper
import groovy.transform.CompileStatic
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.CopyOnWriteArrayList
import java.util.stream.Stream

/** Somebody who listens to a server's stream, as a browser does. */
@CompileStatic
final class StreamListener implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient()
    private final Stream<String> lines
    private final Thread reading
    final int status
    final List<Map> messages = new CopyOnWriteArrayList<>()
    volatile boolean ended

    StreamListener(String server, Map<String, String> headers, String query = '') {
        def request = HttpRequest.newBuilder(URI.create("$server/api/stream$query"))
        headers.each { name, value -> request.setHeader(name, value) }
        HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines())
        status = response.statusCode()
        lines = response.body()
        reading = Thread.startVirtualThread { read() }
    }

    private void read() {
        Map message = [:]
        try {
            lines.forEach { String line ->
                if (line.empty) {
                    if (message.data != null) {
                        messages << message
                    }
                    message = [:]
                } else if (!line.startsWith(':')) {
                    int colon = line.indexOf(':')
                    String value = line.substring(colon + 1).stripLeading()
                    String field = line.substring(0, colon)
                    message[field] = field == 'data' ? new JsonSlurper().parseText(value) : value
                }
            }
        } catch (UncheckedIOException closed) {
            // The connection was closed by one side or the other.
        }
        ended = true
    }

    /** Events, without what only tells of the stream itself. */
    List<Map> getEvents() {
        messages.findAll { it.event == null }.collect { (Map) it.data + [position: it.id] }
    }

    boolean isReady() {
        messages.any { it.event in ['ready', 'reset'] }
    }

    @Override
    void close() {
        client.shutdownNow()
    }
}
