package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;

/**
 * The cookies of browsers: scripts cannot read them, and other sites' pages do not send them with a write. Each tenant
 * has its own, so that one browser can be signed in to several that answer at one host.
 */
final class SessionCookies {

    /** The session of whoever signed in. */
    static final String SESSION = "armature_session";

    /** A session in somebody else's name; it comes before the own one, which is kept meanwhile. */
    static final String IMPERSONATION = "armature_impersonation";

    /** A browser in which somebody has signed in before; it proves nothing else. */
    static final String DEVICE = "armature_device";

    /** A sign-in by a provider, while it is under way. */
    static final String OAUTH = "armature_oauth";

    private SessionCookies() {}

    /** What a cookie is called in a tenant. */
    static String nameIn(Tenant tenant, String name) {
        return tenant.isMain() ? name : name + "_" + tenant.name();
    }

    static Cookie of(HttpRequest<?> request, Tenant tenant, String name, String secret, Duration age) {
        return Cookie.of(nameIn(tenant, name), secret)
                .path("/")
                .httpOnly(true)
                .secure(Proxies.secure(request))
                .sameSite(SameSite.Lax)
                .maxAge(age);
    }

    /** Takes a cookie away. */
    static Cookie none(HttpRequest<?> request, Tenant tenant, String name) {
        return of(request, tenant, name, "", Duration.ZERO);
    }
}
