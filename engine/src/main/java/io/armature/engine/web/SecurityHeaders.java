package io.armature.engine.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Headers that tell browsers what an answer may not do. What a controller has said itself stays. */
@Singleton
public final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
                    + " blob:; object-src 'none'; frame-src blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    /** What answers depend on beside the address: the tenant, who asks, and how he wants it. */
    private static final String VARY = RequestTenants.HEADER + ", Authorization, Cookie, Accept, Accept-Language";

    private static final String SECURE = "max-age=31536000; includeSubDomains";

    void set(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        MutableHttpHeaders headers = answer.getHeaders();
        boolean data = isData(request.getPath());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(RequestIds.HEADER, RequestIds.of(request));
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, data ? DATA_POLICY : PAGE_POLICY);
        }
        if (data) {
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            }
            headers.add(HttpHeaders.VARY, VARY);
        }
        if (Proxies.secure(request)) {
            headers.set("Strict-Transport-Security", SECURE);
        }
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.equals("/openapi.json") || path.startsWith("/health");
    }
}
