package io.armature.engine.testing

import groovy.json.JsonSlurper
import groovy.transform.CompileStatic
import groovy.transform.Memoized
import java.net.http.HttpResponse

import static java.nio.charset.StandardCharsets.UTF_8

/** What a server answered, errors included. */
@CompileStatic
final class Answer {
    final int status
    final String text
    final byte[] bytes
    private final HttpResponse<?> response

    Answer(HttpResponse<byte[]> response) {
        this.response = response
        this.status = response.statusCode()
        this.bytes = response.body()
        this.text = new String(bytes, UTF_8)
    }

    /** The body as maps, lists and exact numbers; null if there is none. */
    @Memoized
    Object getJson() {
        text ? new JsonSlurper().parseText(text) : null
    }

    /** The first value of a header, or null. */
    String header(String name) {
        response.headers().firstValue(name).orElse(null)
    }

    /** All values of a header. */
    List<String> headers(String name) {
        response.headers().allValues(name)
    }

    @Override
    String toString() {
        "$status $text"
    }
}
