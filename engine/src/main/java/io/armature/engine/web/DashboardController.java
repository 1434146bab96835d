package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.report.Dashboards;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Dashboards of packs. */
@Controller("/api/dashboards")
public final class DashboardController {

    private final Dashboards dashboards;

    public DashboardController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Get
    public ObjectNode list(RequestContext context) {
        return dashboards.list(context);
    }

    @Get("/{pack}/{name}")
    public ObjectNode one(RequestContext context, String pack, String name) {
        return dashboards.one(context, pack + "." + name);
    }
}
