package io.armature.engine.web;

import io.armature.engine.tenant.Tenant;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request that a browser signs by cookie was made by our own page. Browsers say of each request from where
 * it comes; those of other sites count only where the tenant allows their origin and they send a header of their own,
 * which forms cannot.
 */
final class OwnPages {

    /** Says that a script made the call; other sites' scripts may send it only where the tenant allows them. */
    static final String OWN_CALL = "X-Requested-With";

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME_ORIGIN = "same-origin";
    private static final Set<String> HERE = Set.of(SAME_ORIGIN, "none");

    private OwnPages() {}

    static boolean made(HttpRequest<?> request, Tenant tenant) {
        boolean ownCall = request.getHeaders().get(OWN_CALL) != null;
        Optional<String> site = Optional.ofNullable(request.getHeaders().get(FETCH_SITE));
        Optional<String> origin = Optional.ofNullable(request.getHeaders().get(HttpHeaders.ORIGIN));
        boolean here = origin.filter(text -> sameHost(text, request.getHeaders().get(HttpHeaders.HOST)))
                .isPresent();
        boolean foreign = site.map(word -> !HERE.contains(word)).orElse(origin.isPresent() && !here);
        return foreign
                ? ownCall && origin.filter(tenant.origins()::contains).isPresent()
                : ownCall || here || site.filter(SAME_ORIGIN::equals).isPresent();
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
