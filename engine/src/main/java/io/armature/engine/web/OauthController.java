package io.armature.engine.web;

import io.armature.engine.identity.Preference;
import io.armature.engine.identity.Sessions;
import io.armature.engine.identity.oauth.OauthSignIn;
import io.armature.engine.problem.ProblemDocument;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in by a provider: a browser goes there and comes back. */
@Controller("/api/auth")
public final class OauthController {

    private static final String HOME = "/";

    /** The site's own page, seen from the callback, whatever stands before the tenant's addresses. */
    private static final String SIGN_IN_PAGE = "../../../../?refused=";

    private final OauthSignIn signIn;
    private final RefusalNotes refusals;

    public OauthController(OauthSignIn signIn, RefusalNotes refusals) {
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @Get("/providers")
    public Map<String, List<OauthSignIn.Listed>> providers(Tenant tenant) {
        return Map.of("data", signIn.list(tenant));
    }

    /** @param redirect a path of this site; anything else counts as none */
    @Get("/oauth/{provider}")
    public HttpResponse<?> begin(
            HttpRequest<?> request, Tenant tenant, String provider, @QueryValue @Nullable String redirect) {
        String path = Optional.ofNullable(redirect).filter(Preference::isPath).orElse(HOME);
        OauthSignIn.Begun begun = signIn.begin(tenant, provider, path);
        return HttpResponse.seeOther(begun.address())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(SessionCookies.of(request, tenant, SessionCookies.OAUTH, begun.cookie(), OauthSignIn.PATIENCE));
    }

    /** A browser that comes back for nothing is led to the sign-in page, which says so; a program is told by itself. */
    @Get("/oauth/{provider}/callback")
    public HttpResponse<?> end(
            HttpRequest<?> request,
            Tenant tenant,
            String provider,
            @QueryValue @Nullable String code,
            @QueryValue @Nullable String state) {
        try {
            return ended(request, tenant, provider, code, state);
        } catch (ProblemException refused) {
            if (!wantsPage(request)) {
                throw refused;
            }
            refusals.note(request, ProblemDocument.of(refused.problems(), Locale.ENGLISH));
            String why = refused.problems().getFirst().code().id();
            return HttpResponse.seeOther(URI.create(SIGN_IN_PAGE + why))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .cookie(SessionCookies.none(request, tenant, SessionCookies.OAUTH));
        }
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT))
                .filter(accepted -> accepted.contains(MediaType.TEXT_HTML))
                .isPresent();
    }

    private HttpResponse<?> ended(
            HttpRequest<?> request, Tenant tenant, String provider, @Nullable String code, @Nullable String state) {
        Optional<String> cookie = request.getCookies()
                .findCookie(SessionCookies.nameIn(tenant, SessionCookies.OAUTH))
                .map(Cookie::getValue);
        OauthSignIn.Ended ended = signIn.end(
                tenant, provider, Optional.ofNullable(code), Optional.ofNullable(state), cookie, Places.of(request));
        return HttpResponse.seeOther(URI.create(ended.redirect()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(SessionCookies.none(request, tenant, SessionCookies.OAUTH))
                .cookie(SessionCookies.of(
                        request,
                        tenant,
                        SessionCookies.SESSION,
                        ended.signedIn().cookie(),
                        Sessions.LIFETIME));
    }
}
