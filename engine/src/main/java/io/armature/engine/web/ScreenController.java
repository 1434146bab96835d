package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.screen.Menus;
import io.armature.engine.screen.Screens;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Menus and UI schemas. */
@Controller("/api/screens")
public final class ScreenController {

    private final Menus menus;
    private final Screens screens;

    public ScreenController(Menus menus, Screens screens) {
        this.menus = menus;
        this.screens = screens;
    }

    @Get("/menu")
    public HttpResponse<byte[]> menu(RequestContext context) {
        return json(menus.menu(context));
    }

    @Get("/{pack}/{entity}")
    public HttpResponse<byte[]> entity(RequestContext context, String pack, String entity) {
        return json(screens.entity(context, pack + "." + entity));
    }

    @Get("/{pack}/{entity}/{view}")
    public HttpResponse<byte[]> screen(RequestContext context, String pack, String entity, String view) {
        return json(screens.screen(context, pack + "." + entity, view));
    }

    private static HttpResponse<byte[]> json(byte[] body) {
        return HttpResponse.ok(body)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
