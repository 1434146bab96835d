package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A server as commands talk to it. Answers that are no success become {@link Refusal}s. */
final class RemoteServer {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int FIRST_FAILURE = 300;

    private final String address;
    private final Optional<String> token;
    private final Optional<String> tenant;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    RemoteServer(String address, Optional<String> token, Optional<String> tenant) {
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.token = token;
        this.tenant = tenant;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) {
        return post(path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    /** Sends a file. */
    JsonNode upload(String path, byte[] body) {
        return post(path, BodyPublishers.ofByteArray(body), "application/octet-stream");
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Sends a file of any size. */
    JsonNode upload(String path, Path file, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = request(path).header("Content-Type", "application/octet-stream");
            headers.forEach(request::header);
            return send(request.POST(BodyPublishers.ofFile(file)).build());
        } catch (FileNotFoundException missing) {
            throw new Refusal("There is no file " + file);
        }
    }

    /** Takes an answer of any size into a file, which is there only when it is whole. */
    void download(String path, Path file, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() >= FIRST_FAILURE) {
                    JsonNode problem = read(body.readAllBytes());
                    throw new Refusal(problem.path("detail").asText(), problem);
                }
                Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new Refusal("The file did not come through: " + broken.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted");
        }
    }

    private JsonNode post(String path, BodyPublisher body, String type) {
        return send(request(path).header("Content-Type", type).POST(body).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        tenant.ifPresent(name -> request.header("X-Tenant", name));
        return request;
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = read(answer.body());
            if (answer.statusCode() >= FIRST_FAILURE) {
                String detail = body.path("detail").asText("the server answered " + answer.statusCode());
                throw new Refusal(detail, body);
            }
            return body;
        } catch (IOException unreachable) {
            throw new Refusal("The server at " + address + " cannot be reached. Is it running?");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted");
        }
    }

    private JsonNode read(byte[] body) throws IOException {
        return body.length == 0 ? json.createObjectNode() : json.readTree(body);
    }
}
