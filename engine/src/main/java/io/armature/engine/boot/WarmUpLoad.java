package io.armature.engine.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server of its own what servers are asked most: lists, records with their lines, searches, writes. */
final class WarmUpLoad implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String CALENDARS = "/api/core/calendar";
    private static final String CALENDAR = """
            {"code":"%2$s%1$d","name":"Calendar %1$d","country":{"code":"FR"},"time_zone":"Europe/Paris",
             "holidays":[{"date":"2026-01-01","name":"One"},{"date":"2026-05-01","name":"Two"},{"date":"2026-12-25","name":"Three"}],
             "hours":[{"weekday":"monday","starts":"09:00","ends":"17:30","hours":7.5}]}""";

    private final HttpClient client;
    private final String address;
    private final String token;
    /** What the codes of this run begin with: an earlier run's are there already. */
    private final String codes = UUID.randomUUID().toString().substring(0, 8);

    private final AtomicInteger turn = new AtomicInteger();

    private WarmUpLoad(HttpClient client, String address, String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    static WarmUpLoad signIn(String address, String username, String password)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
        WarmUpLoad stranger = new WarmUpLoad(client, address, "");
        return new WarmUpLoad(client, address, found(TOKEN, stranger.send("POST", "/api/auth/login", body)));
    }

    /** What is asked rarely. */
    void once() throws IOException, InterruptedException {
        for (String page :
                List.of("/api/auth/me", "/api/screens/menu", "/api/screens/core/country/list", "/openapi.json")) {
            get(page);
        }
        round();
    }

    /** Asks again and again, several things at a time. */
    void repeat(Duration duration) throws IOException, InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        Callable<Long> asker = () -> {
            while (System.nanoTime() < end) {
                round();
            }
            return end;
        };
        try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Long> done : askers.invokeAll(Collections.nCopies(AT_ONCE, asker))) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private void round() throws IOException, InterruptedException {
        int number = turn.incrementAndGet();
        String record = CALENDARS + "/" + found(ID, send("POST", CALENDARS, CALENDAR.formatted(number, codes)));
        for (int i = 0; i < 3; i++) {
            send("PATCH", record, "{\"name\":\"Calendar %d of %d\"}".formatted(i, number));
            get(record + "?fields=" + encoded("code,name,country(code,name),holidays(date,name)"));
            get(record);
        }
        String list = CALENDARS + "?sort=-code,-id&fields=code,name,country,time_zone,created_at";
        get(list + "&limit=50&filter="
                + encoded("time_zone == 'Europe/Paris' && code <= '%s%d'".formatted(codes, number)));
        Matcher next = NEXT.matcher(get(list + "&limit=2"));
        if (next.find()) {
            get(list + "&limit=50&cursor=" + next.group(1));
        }
        get(CALENDARS + "?limit=20&sort=name&q=ndar" + number % 10);
        get("/api/core/country?limit=5&fields=code,name,currency(code)&filter=code%20%3E%20'D'&count=exact");
        send("POST", CALENDARS + "/query", "{\"groupBy\":[\"time_zone\"],\"measures\":[\"number: count()\"]}");
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new UncheckedIOException(
                    new IOException(path + " answers " + response.statusCode() + ": " + response.body()));
        }
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
