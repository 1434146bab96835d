package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Finds the tenant of a request: by header, else by host name. */
@Singleton
public final class RequestTenants {

    /** Names the tenant; set by ourselves for addresses that begin with {@code /t/{tenant}/}. */
    static final String HEADER = "X-Tenant";

    private final Tenants tenants;

    public RequestTenants(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @throws ProblemException when the tenant is not there, or suspended */
    Tenant of(HttpRequest<?> request) {
        Tenant tenant = find(request)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.NOT_FOUND,
                        HEADER,
                        "tenant "
                                + Optional.ofNullable(request.getHeaders().get(HEADER))
                                        .orElse(""),
                        "")));
        if (!tenant.isActive()) {
            throw new ProblemException(Problem.inValue(ProblemCode.TENANT_SUSPENDED, ""));
        }
        return tenant;
    }

    Optional<Tenant> find(HttpRequest<?> request) {
        return tenants.resolve(Optional.ofNullable(request.getHeaders().get(HEADER)), host(request));
    }

    private static String host(HttpRequest<?> request) {
        String host = Optional.ofNullable(request.getHeaders().get("Host")).orElse("");
        int colon = host.lastIndexOf(':');
        return (colon > 0 && !host.endsWith("]") ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
