package io.armature.engine.boot.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls one tenant of a server as one user or another. */
final class TrialCaller implements AutoCloseable {

    /** Numbers stay exact, so that 0.80 is told from 0.8 by nobody and 0.1 + 0.2 by everybody. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** Somebody who is not signed in. */
    private static final String NOBODY = "nobody";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private final String tenant;
    private final String password;
    private final Map<String, String> tokens = new HashMap<>();

    /** @param password that all users have */
    TrialCaller(String server, String tenant, String password) {
        this.server = server;
        this.tenant = tenant;
        this.password = password;
    }

    /** Calls as that user, or as {@link #NOBODY}. */
    TrialAnswer call(String user, String method, String address, Map<String, String> headers, Optional<JsonNode> body) {
        Map<String, String> all = new HashMap<>();
        if (!user.equals(NOBODY)) {
            all.put("Authorization", "Bearer " + token(user));
        }
        all.putAll(headers);
        return send(method, address, all, body);
    }

    /** Lets somebody call with a token that does not end, whatever the clock says; the administrator first. */
    void admit(String administrator, String user) {
        JsonNode order =
                JsonNodeFactory.instance.objectNode().put("username", user).put("name", "test");
        TrialAnswer answer = call(administrator, "POST", "/api/auth/tokens", Map.of(), Optional.of(order));
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The user " + user + " gets no token: " + answer.text());
        }
        tokens.put(user, answer.body().path("token").asText());
    }

    private String token(String user) {
        return tokens.computeIfAbsent(user, this::signIn);
    }

    private String signIn(String user) {
        JsonNode credentials =
                JsonNodeFactory.instance.objectNode().put("username", user).put("password", password);
        TrialAnswer answer = send("POST", "/api/auth/login", Map.of(), Optional.of(credentials));
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The user " + user + " cannot sign in: " + answer.text());
        }
        return answer.body().path("accessToken").asText();
    }

    private TrialAnswer send(String method, String address, Map<String, String> headers, Optional<JsonNode> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + TrialAddress.encoded(address)))
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElseGet(BodyPublishers::noBody))
                .header("X-Tenant", tenant);
        if (body.isPresent()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new TrialAnswer(response.statusCode(), response.headers(), response.body(), json(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException other) {
            return TextNode.valueOf(text);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
