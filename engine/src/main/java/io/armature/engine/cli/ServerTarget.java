package io.armature.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a command talks to: the one named, else the one that was started here. */
final class ServerTarget {

    @Option(names = "--url", description = "The server's address; else the one that runs on --data.")
    private @Nullable String url;

    @Option(names = "--token", description = "An access token or API token; else this machine's owner's.")
    private @Nullable String token;

    @Option(names = "--tenant", description = "The tenant; else main.")
    private @Nullable String tenant;

    @Option(names = "--data", defaultValue = "./data", description = "The server's data folder (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default value
    private Path data;

    /**
     * The server.
     *
     * @throws Refusal when none is named and none runs here
     */
    RemoteServer connect() {
        Optional<JsonNode> here = readFile();
        String address = Optional.ofNullable(url)
                .or(() -> here.map(file -> file.path("url").asText()))
                .orElseThrow(() ->
                        new Refusal("No server runs on " + data.toAbsolutePath().normalize()
                                + ". Start one with `armature run`, or name one with --url."));
        Optional<String> credential = Optional.ofNullable(token)
                .or(() -> here.filter(file -> file.path("url").asText().equals(address))
                        .map(file -> file.path("token").asText()));
        return new RemoteServer(address, credential, Optional.ofNullable(tenant));
    }

    private Optional<JsonNode> readFile() {
        Path file = data.resolve("server.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new Refusal("Cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}
