package io.armature.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Calls a service once, to prepare and to check. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int FIRST_BAD_STATUS = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public Client(int port) {
        this.port = port;
    }

    /** Whether the service answers this with 200. */
    public boolean answers(String path) {
        try {
            return send(Call.get(path), Optional.empty()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * The JSON of a good answer; nothing at all when it has no body.
     *
     * @throws IOException also when the answer is not a good one
     */
    public JsonNode json(Call call, Optional<String> token) throws IOException {
        HttpResponse<String> response = send(call, token);
        if (response.statusCode() >= FIRST_BAD_STATUS) {
            throw new IOException(
                    call.method() + " " + call.path() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
    }

    private HttpResponse<String> send(Call call, Optional<String> token) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        call.body().ifPresent(json -> request.setHeader("Content-Type", "application/json"));
        token.ifPresent(secret -> request.setHeader("Authorization", "Bearer " + secret));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
