package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.Credential;
import io.armature.engine.identity.PublicAddress;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/**
 * The sites between which a caller may go: those where his browser is signed in, and all for administrators of the main
 * one. Nobody else hears of tenants that are not his.
 */
@Singleton
public final class OpenSites {

    private final Tenants tenants;
    private final Callers callers;
    private final PublicAddress address;

    public OpenSites(Tenants tenants, Callers callers, PublicAddress address) {
        this.tenants = tenants;
        this.callers = callers;
        this.address = address;
    }

    /**
     * A site.
     *
     * @param address where its workspace is: a path where it answers at the host of the request
     * @param signedIn whether the browser is signed in there
     */
    record Site(String name, String address, boolean current, boolean signedIn) {}

    List<Site> of(HttpRequest<?> request, RequestContext context) {
        boolean all = context.tenant().isMain() && context.user().isAdministrator();
        return tenants.active().stream()
                .map(tenant -> new Site(
                        tenant.name(),
                        addressOf(tenant, context.tenant()),
                        tenant.name().equals(context.tenant().name()),
                        tenant.name().equals(context.tenant().name()) || isSignedIn(request, tenant)))
                .filter(site -> all || site.signedIn())
                .sorted(Comparator.comparing(Site::name))
                .toList();
    }

    private boolean isSignedIn(HttpRequest<?> request, Tenant tenant) {
        return request.getCookies()
                .findCookie(SessionCookies.nameIn(tenant, SessionCookies.SESSION))
                .map(Cookie::getValue)
                .filter(secret -> !secret.isEmpty())
                .map(Credential.Cookie::new)
                .filter(credential -> callers.remembered(tenant, credential)
                        .or(() -> callers.find(tenant, credential))
                        .isPresent())
                .isPresent();
    }

    private String addressOf(Tenant tenant, Tenant here) {
        if (!tenant.hosts().isEmpty()) {
            return address.of(tenant) + "/";
        }
        String path = tenant.isMain() ? "/" : "/t/" + tenant.name() + "/";
        return here.hosts().isEmpty() ? path : address.of(tenant) + "/";
    }
}
