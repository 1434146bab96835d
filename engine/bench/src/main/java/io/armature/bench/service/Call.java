package io.armature.bench.service;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param path with its query, encoded
 * @param body JSON
 */
public record Call(String method, String path, Optional<String> body) {
    public static Call get(String path) {
        return new Call("GET", path, Optional.empty());
    }

    public static Call post(String path, String body) {
        return new Call("POST", path, Optional.of(body));
    }

    public static Call patch(String path, String body) {
        return new Call("PATCH", path, Optional.of(body));
    }

    /** As it goes over the wire. */
    public byte[] bytes(Optional<String> token) {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        token.ifPresent(
                secret -> text.append("Authorization: Bearer ").append(secret).append("\r\n"));
        body.ifPresent(json -> text.append("Content-Type: application/json\r\nContent-Length: ")
                .append(json.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n"));
        return text.append("\r\n").append(body.orElse("")).toString().getBytes(StandardCharsets.UTF_8);
    }
}
