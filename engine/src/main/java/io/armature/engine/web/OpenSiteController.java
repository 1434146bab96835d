package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;

/** To which other sites the caller may go from here. */
@Controller("/api/auth/sites")
public final class OpenSiteController {

    private final OpenSites sites;

    public OpenSiteController(OpenSites sites) {
        this.sites = sites;
    }

    @Get
    public Map<String, List<OpenSites.Site>> list(HttpRequest<?> request, RequestContext context) {
        return Map.of("data", sites.of(request, context));
    }
}
