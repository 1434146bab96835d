package io.armature.engine.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Optional;

/** Names what a request was answered by, whatever ids its address holds. */
final class Routes {

    private static final String NOWHERE = "none";

    private Routes() {}

    /** Such as {@code /api/{pack}/{entity}}. */
    static String template(HttpRequest<?> request) {
        Optional<RouteMatch<?>> match = RouteAttributes.getRouteMatch(request);
        return match.orElse(null) instanceof UriRouteMatch<?, ?> uri
                ? uri.getRouteInfo().getUriMatchTemplate().toPathString()
                : NOWHERE;
    }
}
