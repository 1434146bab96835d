package io.armature.engine.web;

import io.armature.engine.identity.AccessTokens;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.SignedIn;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Controller("/api/auth")
public final class AuthController {

    private final Sessions sessions;
    private final RequestCredentials credentials;
    private final JsonBodies bodies;

    public AuthController(Sessions sessions, RequestCredentials credentials, JsonBodies bodies) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.bodies = bodies;
    }

    /** What a sign-in sends. */
    record Login(
            @Nullable String username,
            @Nullable String password,
            @Nullable String otp) {}

    /** What a refresh sends. */
    record Refresh(@Nullable String refreshToken) {}

    /** The answer to a sign-in. */
    record Tokens(String accessToken, String refreshToken, long expiresIn, Me user) {}

    @Post("/login")
    public HttpResponse<Tokens> login(HttpRequest<?> request, Tenant tenant, @Body byte[] body) {
        Login login = bodies.read(body, Login.class);
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT))
                .orElse("");
        SignedIn signedIn = sessions.signIn(
                tenant, required("username", login.username()), required("password", login.password()), agent);
        return answer(signedIn).cookie(cookie(request, signedIn.cookie(), Sessions.LIFETIME));
    }

    @Post("/refresh")
    public HttpResponse<Tokens> refresh(Tenant tenant, @Body byte[] body) {
        Refresh refresh = bodies.read(body, Refresh.class);
        return answer(sessions.refresh(tenant, required("refreshToken", refresh.refreshToken())));
    }

    @Post("/logout")
    public HttpResponse<?> logout(HttpRequest<?> request, Tenant tenant) {
        credentials.of(request, tenant).ifPresent(credential -> sessions.signOut(tenant, credential));
        return HttpResponse.noContent().cookie(cookie(request, "", Duration.ZERO));
    }

    private static MutableHttpResponse<Tokens> answer(SignedIn signedIn) {
        return HttpResponse.ok(new Tokens(
                        signedIn.accessToken(),
                        signedIn.refreshToken(),
                        AccessTokens.LIFETIME.toSeconds(),
                        Me.of(signedIn.user())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Cookie cookie(HttpRequest<?> request, String secret, Duration age) {
        return Cookie.of(RequestCredentials.COOKIE, secret)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax)
                .maxAge(age);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new ProblemException(List.of(Problem.inValue(ProblemCode.REQUIRED, name, name)));
        }
        return value;
    }
}
