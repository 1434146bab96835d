package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Impersonation;
import io.armature.engine.identity.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Acting in somebody's name. A browser keeps the administrator's own session meanwhile. */
@Controller("/api/auth/impersonate")
public final class ImpersonationController {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Impersonation impersonation;
    private final RequestCredentials credentials;
    private final JsonBodies bodies;

    public ImpersonationController(Impersonation impersonation, RequestCredentials credentials, JsonBodies bodies) {
        this.impersonation = impersonation;
        this.credentials = credentials;
        this.bodies = bodies;
    }

    /** In whose name. */
    record Target(@Nullable String username) {}

    @Post
    public HttpResponse<AuthController.Tokens> begin(
            HttpRequest<?> request, RequestContext context, @Body byte[] body) {
        String username =
                Required.text("username", bodies.read(body, Target.class).username());
        SignedIn signedIn = impersonation.begin(context.tenant(), context.user(), username, Places.of(request));
        return AuthController.Tokens.answer(signedIn)
                .cookie(SessionCookies.of(
                        request, context.tenant(), SessionCookies.IMPERSONATION, signedIn.cookie(), LIFETIME));
    }

    @Delete
    public HttpResponse<?> end(HttpRequest<?> request, RequestContext context) {
        credentials
                .of(request, context.tenant())
                .ifPresent(credential ->
                        impersonation.end(context.tenant(), context.user(), credential, Places.of(request)));
        return HttpResponse.noContent()
                .cookie(SessionCookies.none(request, context.tenant(), SessionCookies.IMPERSONATION));
    }
}
