package io.armature.engine.web;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.MethodBasedRouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What routes say of themselves by {@code @Secured}. The rules of Micronaut Security are asked about these alone, behind the
 * engine's own look at the caller: a route can ask for more than that, and never opens itself.
 */
@Singleton
final class RouteRules {

    private final List<SecurityRule<HttpRequest<?>>> rules;

    RouteRules(List<SecurityRule<HttpRequest<?>>> rules) {
        this.rules = rules;
    }

    /** Whether the route of a request says anything. */
    boolean concern(HttpRequest<?> request) {
        return request.getAttribute(HttpAttributes.ROUTE_MATCH).orElse(null)
                        instanceof MethodBasedRouteMatch<?, ?> route
                && route.hasAnnotation(Secured.class);
    }

    /** The request, once the first rule that has an opinion allows it; a refusal where none does. */
    CompletionStage<HttpRequest<?>> ask(HttpRequest<?> request) {
        @Nullable
        Authentication caller =
                RequestContexts.of(request).map(CallerAuthentication::new).orElse(null);
        return Flux.fromIterable(rules)
                .concatMap(rule -> rule.check(request, caller))
                .filter(result -> result != SecurityRuleResult.UNKNOWN)
                .next()
                .filter(result -> result == SecurityRuleResult.ALLOWED)
                .<HttpRequest<?>>map(allowed -> request)
                .switchIfEmpty(Mono.error(() -> new AuthorizationException(caller)))
                .toFuture();
    }
}
