package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Hands a controller the tenant of the request, for what needs no sign-in. */
@Singleton
public final class TenantBinder implements TypedRequestArgumentBinder<Tenant> {

    private static final Argument<Tenant> TYPE = Argument.of(Tenant.class);

    @Override
    public Argument<Tenant> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Tenant> bind(ArgumentConversionContext<Tenant> conversion, HttpRequest<?> request) {
        return () -> RequestContexts.tenant(request);
    }
}
