package io.armature.engine.boot;

import io.armature.engine.boot.ServerOptions.DatabaseAddress;
import io.armature.engine.boot.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Lives through what every server lives through, in a folder of its own, and ends: start, install, restart, sign in,
 * read. The launcher runs it once after a build to learn which classes a quick start needs.
 */
@Command(name = "warm-up", hidden = true, description = "Starts, asks itself a few things, and stops.")
final class WarmUpCommand implements Callable<Integer> {

    private static final String PASSWORD = "warm-up-only";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final List<String> QUESTIONS = List.of(
            "/api/auth/me",
            "/api/core/country?limit=5&fields=code,name,currency(code)&filter=code%20%3E%20'D'&count=exact",
            "/api/screens/menu",
            "/api/screens/core/country/list",
            "/openapi.json");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("armature-warm-up");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            DatabaseAddress address = new DatabaseAddress(
                    postgres.url(), Optional.of(EmbeddedPostgres.USER), Optional.of(postgres.password()));
            serve(folder, address);
            serve(folder, address);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void serve(Path folder, DatabaseAddress address) throws IOException, InterruptedException {
        ServerOptions options = new ServerOptions(
                0, folder, Optional.empty(), Optional.empty(), false, List.of(), Optional.of(PASSWORD));
        try (Server server = Server.start(options, address);
                HttpClient client = HttpClient.newHttpClient()) {
            String token = signIn(client, server.address());
            for (String question : QUESTIONS) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + question))
                        .header("Authorization", "Bearer " + token)
                        .build();
                answer(client, request);
            }
        }
    }

    private static String signIn(HttpClient client, String address) throws IOException, InterruptedException {
        String credentials = "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
        String body = answer(
                client,
                HttpRequest.newBuilder(URI.create(address + "/api/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(credentials))
                        .build());
        Matcher token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new IllegalStateException("No token in the answer to a sign-in");
        }
        return token.group(1);
    }

    private static String answer(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answers " + response.statusCode());
        }
        return response.body();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException undeletable) {
                    throw new UncheckedIOException(undeletable);
                }
            });
        }
    }
}
