package io.armature.engine.web;

import io.armature.engine.identity.Place;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Tells from where somebody signs in. */
final class Places {

    private Places() {}

    static Place of(HttpRequest<?> request) {
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT))
                .orElse("");
        return new Place(RequestOrigins.of(request), agent);
    }
}
