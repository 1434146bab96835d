package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.SessionView;
import io.armature.engine.identity.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A user's own sessions. */
@Controller("/api/auth/sessions")
public final class SessionController {

    private final Sessions sessions;
    private final RequestCredentials credentials;

    public SessionController(Sessions sessions, RequestCredentials credentials) {
        this.sessions = sessions;
        this.credentials = credentials;
    }

    @Get
    public Map<String, List<SessionView>> list(HttpRequest<?> request, RequestContext context) {
        return Map.of("data", sessions.list(context.tenant(), context.user().id(), current(request, context)));
    }

    /** Signs out everywhere, or everywhere else. */
    @Delete
    public HttpResponse<?> endAll(
            HttpRequest<?> request, RequestContext context, @QueryValue(defaultValue = "false") boolean others) {
        Optional<UUID> except = others ? current(request, context) : Optional.empty();
        sessions.endAll(context.tenant(), context.user().id(), except, context.origin());
        return HttpResponse.noContent();
    }

    @Delete("/{id}")
    public HttpResponse<?> end(RequestContext context, UUID id) {
        sessions.end(context.tenant(), context.user(), id, context.origin());
        return HttpResponse.noContent();
    }

    private Optional<UUID> current(HttpRequest<?> request, RequestContext context) {
        return credentials
                .of(request, context.tenant())
                .flatMap(credential -> sessions.current(context.tenant(), credential));
    }
}
