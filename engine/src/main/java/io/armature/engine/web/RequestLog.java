package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.TenantLog;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Lets every line that is logged during a request tell the request, its tenant and its user, on whatever thread. */
final class RequestLog implements ThreadPropagatedContextElement<Boolean> {

    private static final String REQUEST = "request";
    private static final String USER = "user";

    private final HttpRequest<?> request;

    RequestLog(HttpRequest<?> request) {
        this.request = request;
    }

    @Override
    public Boolean updateThreadContext() {
        MDC.put(REQUEST, RequestIds.of(request));
        RequestContexts.tenant(request).map(Tenant::name).ifPresent(name -> MDC.put(TenantLog.KEY, name));
        RequestContexts.of(request)
                .map(RequestContext::user)
                .ifPresent(user -> MDC.put(USER, user.id().toString()));
        return true;
    }

    @Override
    public void restoreThreadContext(@Nullable Boolean before) {
        MDC.remove(REQUEST);
        MDC.remove(TenantLog.KEY);
        MDC.remove(USER);
    }
}
