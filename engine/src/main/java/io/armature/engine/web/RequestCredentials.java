package io.armature.engine.web;

import io.armature.engine.identity.Callers;
import io.armature.engine.identity.Credential;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a request brings to say who is calling: a bearer token, or a browser's cookie. A cookie is sent by
 * browsers for other sites' pages too, so a write that comes with one must show that our own page made it.
 */
@Singleton
public final class RequestCredentials {

    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Callers callers;

    public RequestCredentials(Callers callers) {
        this.callers = callers;
    }

    /** @throws ProblemException when a write comes with a cookie, and may come from another site */
    Optional<Credential> of(HttpRequest<?> request, Tenant tenant) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return callers.bearer(
                    tenant, authorization.substring(BEARER.length()).strip());
        }
        if (request.getHeaders().get(HttpHeaders.COOKIE) == null) {
            return Optional.empty();
        }
        return cookie(request, tenant, SessionCookies.IMPERSONATION)
                .or(() -> cookie(request, tenant, SessionCookies.SESSION))
                .map(secret -> {
                    requireOwnPage(request, tenant);
                    return new Credential.Cookie(secret);
                });
    }

    private static Optional<String> cookie(HttpRequest<?> request, Tenant tenant, String name) {
        return request.getCookies()
                .findCookie(SessionCookies.nameIn(tenant, name))
                .map(Cookie::getValue)
                .filter(secret -> !secret.isEmpty());
    }

    private static void requireOwnPage(HttpRequest<?> request, Tenant tenant) {
        if (!READS.contains(request.getMethod()) && !OwnPages.made(request, tenant)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN,
                    "",
                    "write from another site's page",
                    "Send the header " + OwnPages.OWN_CALL + ", or an access token."));
        }
    }
}
