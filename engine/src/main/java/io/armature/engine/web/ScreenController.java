package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.screen.InterfaceTexts;
import io.armature.engine.screen.Menus;
import io.armature.engine.screen.Screens;
import io.armature.engine.tenant.Tenant;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Locale;

/** Menus and UI schemas. */
@Controller("/api/screens")
public final class ScreenController {

    private final Menus menus;
    private final Screens screens;
    private final InterfaceTexts texts;

    public ScreenController(Menus menus, Screens screens, InterfaceTexts texts) {
        this.menus = menus;
        this.screens = screens;
        this.texts = texts;
    }

    /** @param locale a language tag */
    @Get("/texts")
    public InterfaceTexts.Brought texts(Tenant tenant, @QueryValue(defaultValue = "") String locale) {
        return texts.of(tenant, Locale.forLanguageTag(locale));
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
