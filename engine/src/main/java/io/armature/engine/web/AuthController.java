package io.armature.engine.web;

import io.armature.engine.identity.AccessTokens;
import io.armature.engine.identity.Attempts;
import io.armature.engine.identity.KnownDevices;
import io.armature.engine.identity.Login;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.SignIn;
import io.armature.engine.identity.SignedIn;
import io.armature.engine.identity.Trial;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Controller("/api/auth")
public final class AuthController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Attempts attempts;
    private final RequestCredentials credentials;
    private final JsonBodies bodies;
    private final KnownDevices devices;

    public AuthController(
            SignIn signIn,
            Sessions sessions,
            Attempts attempts,
            RequestCredentials credentials,
            JsonBodies bodies,
            KnownDevices devices) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.attempts = attempts;
        this.credentials = credentials;
        this.bodies = bodies;
        this.devices = devices;
    }

    /** What a sign-in sends. */
    record LoginOrder(
            @Nullable String username,
            @Nullable String password,
            @Nullable String otp) {}

    /** What a refresh sends. */
    record Refresh(@Nullable String refreshToken) {}

    /** The answer to a sign-in. */
    record Tokens(String accessToken, String refreshToken, long expiresIn, Me user) {
        static MutableHttpResponse<Tokens> answer(SignedIn signedIn) {
            return HttpResponse.ok(new Tokens(
                            signedIn.accessToken(),
                            signedIn.refreshToken(),
                            AccessTokens.LIFETIME.toSeconds(),
                            Me.of(signedIn.user())))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    @Post("/login")
    public HttpResponse<Tokens> login(HttpRequest<?> request, Tenant tenant, @Body byte[] body) {
        LoginOrder order = bodies.read(body, LoginOrder.class);
        Login login = new Login(
                Required.text("username", order.username()),
                Required.text("password", order.password()),
                Optional.ofNullable(order.otp()),
                request.getCookies()
                        .findCookie(SessionCookies.nameIn(tenant, SessionCookies.DEVICE))
                        .map(Cookie::getValue));
        SignedIn signedIn = signIn.signIn(tenant, login, Places.of(request));
        return Tokens.answer(signedIn)
                .cookie(SessionCookies.of(
                        request, tenant, SessionCookies.SESSION, signedIn.cookie(), Sessions.LIFETIME))
                .cookie(SessionCookies.of(
                        request,
                        tenant,
                        SessionCookies.DEVICE,
                        devices.mark(tenant, login.username()),
                        KnownDevices.LIFETIME));
    }

    @Post("/refresh")
    public HttpResponse<Tokens> refresh(HttpRequest<?> request, Tenant tenant, @Body byte[] body) {
        String token =
                Required.text("refreshToken", bodies.read(body, Refresh.class).refreshToken());
        List<Trial> address = List.of(Trial.address(RequestOrigins.address(request), token));
        attempts.check(tenant, address);
        try {
            return Tokens.answer(sessions.refresh(tenant, token, RequestOrigins.of(request)));
        } catch (ProblemException refused) {
            attempts.failed(tenant, address);
            throw refused;
        }
    }

    @Post("/logout")
    public HttpResponse<?> logout(HttpRequest<?> request, Tenant tenant) {
        credentials
                .of(request, tenant)
                .ifPresent(credential -> sessions.signOut(tenant, credential, RequestOrigins.of(request)));
        return HttpResponse.noContent()
                .cookie(SessionCookies.none(request, tenant, SessionCookies.SESSION))
                .cookie(SessionCookies.none(request, tenant, SessionCookies.IMPERSONATION));
    }
}
