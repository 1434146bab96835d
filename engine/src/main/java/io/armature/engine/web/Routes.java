package io.armature.engine.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriMatchTemplate;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Names what a request was answered by, whatever ids its address holds. */
@Singleton
public final class Routes {

    private static final String NOWHERE = "none";

    private final Map<UriMatchTemplate, String> templates = new ConcurrentHashMap<>();

    /** Such as {@code /api/{pack}/{entity}}. */
    String template(HttpRequest<?> request) {
        Optional<RouteMatch<?>> match = RouteAttributes.getRouteMatch(request);
        return match.orElse(null) instanceof UriRouteMatch<?, ?> uri
                ? templates.computeIfAbsent(uri.getRouteInfo().getUriMatchTemplate(), UriMatchTemplate::toPathString)
                : NOWHERE;
    }
}
