package io.armature.engine.web;

import io.armature.engine.identity.Callers;
import io.armature.engine.identity.Credential;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Finds the tenant and the user of each request and makes its context. A caller whom we remember costs no thread and no
 * database; others are looked up on a thread that may wait.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class CallerFilter implements Ordered {

    /** Behind what looks at the request as such. */
    private static final int ORDER = HIGHEST_PRECEDENCE + 10;

    private final RequestTenants tenants;
    private final Callers callers;
    private final RequestCredentials credentials;
    private final OpenPaths openPaths;
    private final CallerContexts contexts;
    private final RouteRules routes;
    private final ExecutorService waiting;

    public CallerFilter(
            RequestTenants tenants,
            Callers callers,
            RequestCredentials credentials,
            OpenPaths openPaths,
            CallerContexts contexts,
            RouteRules routes,
            @Named(TaskExecutors.BLOCKING) ExecutorService waiting) {
        this.tenants = tenants;
        this.callers = callers;
        this.credentials = credentials;
        this.openPaths = openPaths;
        this.contexts = contexts;
        this.routes = routes;
        this.waiting = waiting;
    }

    @RequestFilter
    public CompletionStage<HttpRequest<?>> identify(HttpRequest<?> request) {
        CompletionStage<HttpRequest<?>> known = find(request);
        return routes.concern(request) ? known.thenCompose(routes::ask) : known;
    }

    private CompletionStage<HttpRequest<?>> find(HttpRequest<?> request) {
        if (openPaths.needNothing(request.getPath())) {
            return CompletableFuture.completedFuture(request);
        }
        Tenant tenant = tenants.of(request);
        RequestContexts.put(request, tenant);
        boolean open = openPaths.needNobody(request.getPath());
        Optional<Credential> credential = credentials.of(request, tenant);
        if (credential.isEmpty()) {
            return open ? CompletableFuture.completedFuture(request) : visit(request, tenant);
        }
        Optional<User> remembered = callers.remembered(tenant, credential.get());
        if (remembered.isPresent()) {
            return remember(request, tenant, remembered.get());
        }
        return CompletableFuture.supplyAsync(() -> lookUp(request, tenant, credential.get(), open), waiting);
    }

    private CompletionStage<HttpRequest<?>> remember(HttpRequest<?> request, Tenant tenant, User user) {
        try {
            enter(request, tenant, user);
            return CompletableFuture.completedFuture(request);
        } catch (ProblemException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private void enter(HttpRequest<?> request, Tenant tenant, User user) {
        RequestContexts.put(request, contexts.of(request, tenant, user));
        Gate.check(request, user);
    }

    private HttpRequest<?> lookUp(HttpRequest<?> request, Tenant tenant, Credential credential, boolean open) {
        Optional<User> user = callers.find(tenant, credential);
        if (user.isEmpty() && !open) {
            throw signInRequired();
        }
        user.ifPresent(found -> enter(request, tenant, found));
        return request;
    }

    /** Nobody is signed in: what a role grants to visitors may be read. */
    private CompletionStage<HttpRequest<?>> visit(HttpRequest<?> request, Tenant tenant) {
        if (!Visitors.mayAsk(request)) {
            return CompletableFuture.failedFuture(signInRequired());
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    RequestContexts.put(
                            request, contexts.ofVisitor(request, tenant).orElseThrow(CallerFilter::signInRequired));
                    return request;
                },
                waiting);
    }

    private static ProblemException signInRequired() {
        return new ProblemException(Problem.inValue(ProblemCode.SIGN_IN_REQUIRED, ""));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
