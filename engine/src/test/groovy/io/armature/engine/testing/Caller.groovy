package io.armature.engine.testing

import groovy.json.JsonOutput
import groovy.transform.CompileStatic
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/** Somebody who calls a server, with headers of their own. An error is an answer like any other. */
@CompileStatic
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newHttpClient()
    private final URI server
    final Map<String, String> headers

    Caller(URI server, Map<String, String> headers = [:]) {
        this.server = server
        this.headers = headers
    }

    /** The same server, called with further headers. */
    Caller with(Map<String, String> more) {
        new Caller(server, headers + more)
    }

    Caller withToken(String token) {
        with(Authorization: "Bearer $token".toString())
    }

    Answer get(String path) { call('GET', path) }

    Answer post(String path, Object body = [:]) { call('POST', path, body) }

    Answer put(String path, Object body) { call('PUT', path, body) }

    Answer patch(String path, Object body) { call('PATCH', path, body) }

    Answer delete(String path) { call('DELETE', path) }

    /** Texts and bytes are sent as they are, all else as JSON. */
    Answer call(String method, String path, Object body = null) {
        def content = body == null ? BodyPublishers.noBody()
            : body instanceof byte[] ? BodyPublishers.ofByteArray((byte[]) body)
            : BodyPublishers.ofString(body instanceof CharSequence ? body.toString() : JsonOutput.toJson(body))
        def request = HttpRequest.newBuilder(server.resolve(path))
            .method(method, content)
        (body == null ? headers : ['Content-Type': 'application/json'] + headers).each { request.setHeader(it.key, it.value) }
        new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()))
    }
}
