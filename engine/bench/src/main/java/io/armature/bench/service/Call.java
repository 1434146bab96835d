package io.armature.bench.service;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param path with its query, encoded
 * @param body JSON
 * @param header one more line of the head
 */
public record Call(String method, String path, Optional<String> body, Optional<String> header) {
    public Call(String method, String path, Optional<String> body) {
        this(method, path, body, Optional.empty());
    }

    public static Call get(String path) {
        return new Call("GET", path, Optional.empty());
    }

    public static Call post(String path, String body) {
        return new Call("POST", path, Optional.of(body));
    }

    public static Call patch(String path, String body) {
        return new Call("PATCH", path, Optional.of(body));
    }

    /** The same by somebody who does not want the record back. */
    public static Call patchSilently(String path, String body) {
        return new Call("PATCH", path, Optional.of(body), Optional.of("Prefer: return=minimal"));
    }

    /** As it goes over the wire. */
    public byte[] bytes(Optional<String> token) {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        token.ifPresent(
                secret -> text.append("Authorization: Bearer ").append(secret).append("\r\n"));
        header.ifPresent(line -> text.append(line).append("\r\n"));
        body.ifPresent(json -> text.append("Content-Type: application/json\r\nContent-Length: ")
                .append(json.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n"));
        return text.append("\r\n").append(body.orElse("")).toString().getBytes(StandardCharsets.UTF_8);
    }
}
