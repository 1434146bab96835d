package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.tenant.Tenant;
import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller the context of whoever calls. */
@Singleton
public final class RequestContexts implements TypedRequestArgumentBinder<RequestContext> {

    private static final String TENANT = "armature.tenant";
    private static final Argument<RequestContext> TYPE = Argument.of(RequestContext.class);

    @Override
    public Argument<RequestContext> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<RequestContext> bind(
            ArgumentConversionContext<RequestContext> conversion, HttpRequest<?> request) {
        return () -> of(request);
    }

    /** The context of a signed-in request. */
    static Optional<RequestContext> of(HttpRequest<?> request) {
        return request.getUserPrincipal(CallerAuthentication.class).map(CallerAuthentication::context);
    }

    /** The tenant of a request, signed in or not. */
    static Optional<Tenant> tenant(HttpRequest<?> request) {
        return request.getAttribute(TENANT, Tenant.class);
    }

    static void put(HttpRequest<?> request, RequestContext context) {
        request.setAttribute(HttpAttributes.PRINCIPAL, new CallerAuthentication(context));
    }

    /** Micronaut Security hands out its principal where a filter has looked for one: ours has. */
    static void put(HttpRequest<?> request, Tenant tenant) {
        request.setAttribute(TENANT, tenant);
        request.setAttribute(SecurityFilter.KEY, true);
    }
}
