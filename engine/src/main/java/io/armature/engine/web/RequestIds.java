package io.armature.engine.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names requests: as the caller does, where that fits into a line of a log. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final String NAME = "armature.request";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The same for one request, however often it is asked. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(NAME, String.class).orElseGet(() -> {
            String name = Optional.ofNullable(request.getHeaders().get(HEADER))
                    .filter(id -> SANE.matcher(id).matches())
                    .orElseGet(
                            () -> Long.toHexString(ThreadLocalRandom.current().nextLong()));
            request.setAttribute(NAME, name);
            return name;
        });
    }
}
