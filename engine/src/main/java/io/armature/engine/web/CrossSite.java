package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Pages of other sites: only those whose origin the tenant allows may call and read answers. */
@Singleton
public final class CrossSite {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, HEAD";
    private static final String HEADERS = "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key,"
            + " If-Match, If-None-Match, Prefer, X-Request-Id, X-Requested-With, X-Tenant";
    private static final String TOLD = "ETag, Location, Preference-Applied, X-Request-Id";
    private static final String MINUTES = "600";

    private final RequestTenants tenants;

    public CrossSite(RequestTenants tenants) {
        this.tenants = tenants;
    }

    /** Whether a browser asks whether it may ask. */
    boolean isPreflight(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().get(HttpHeaders.ORIGIN) != null
                && request.getHeaders().get(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    /** The origin of the page that calls, where the tenant allows it. */
    Optional<String> allowed(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin == null
                ? Optional.empty()
                : tenants.find(request)
                        .filter(Tenant::isActive)
                        .filter(tenant -> tenant.origins().contains(origin))
                        .map(any -> origin);
    }

    /** Lets the page at the origin read the answer. */
    void allow(String origin, MutableHttpResponse<?> answer) {
        answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
                .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, TOLD);
    }

    /** Says what pages may ask. */
    void describe(MutableHttpResponse<?> answer) {
        answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MINUTES);
    }
}
