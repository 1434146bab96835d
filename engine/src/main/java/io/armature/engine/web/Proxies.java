package io.armature.engine.web;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the proxies in front of this server say of a caller. Anybody can send such headers, so they count only as far as
 * {@code ARMATURE_PROXIES} says how many proxies there are, and only the words of these: each adds one at the end.
 */
final class Proxies {

    private static final int COUNT = count(System.getenv("ARMATURE_PROXIES"));
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private Proxies() {}

    /** The address that the outermost of our proxies saw; nothing without proxies. */
    static Optional<String> client(HttpRequest<?> request) {
        return word(request, "X-Forwarded-For")
                .filter(address -> ADDRESS.matcher(address).matches());
    }

    /** Whether the caller came by HTTPS, to us or to the outermost of our proxies. */
    static boolean secure(HttpRequest<?> request) {
        return request.isSecure()
                || word(request, "X-Forwarded-Proto")
                        .filter("https"::equalsIgnoreCase)
                        .isPresent();
    }

    private static Optional<String> word(HttpRequest<?> request, String header) {
        if (COUNT == 0) {
            return Optional.empty();
        }
        List<String> words = request.getHeaders().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(words.get(Math.max(0, words.size() - COUNT)));
    }

    private static int count(@Nullable String text) {
        return text != null && text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }
}
