package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.LiveModel;
import io.armature.engine.current.RequestContext;
import io.armature.engine.report.ReportExports;
import io.armature.engine.report.Reports;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;

/** Reports of packs, and their numbers. */
@Controller("/api/reports")
public final class ReportController {

    private final Reports reports;
    private final ReportExports exports;
    private final LiveModel live;

    public ReportController(Reports reports, ReportExports exports, LiveModel live) {
        this.reports = reports;
        this.exports = exports;
        this.live = live;
    }

    @Get
    public ObjectNode list(RequestContext context) {
        return reports.list(context);
    }

    @Get("/{pack}/{name}")
    public ObjectNode one(RequestContext context, String pack, String name) {
        return reports.description(context, pack + "." + name);
    }

    @Get("/{pack}/{name}/data")
    public HttpResponse<byte[]> data(
            HttpRequest<?> request,
            RequestContext context,
            String pack,
            String name,
            @QueryValue Optional<String> filter) {
        byte[] body = live.run(
                context,
                current -> reports.data(
                        current,
                        pack + "." + name,
                        filter.filter(text -> !text.isBlank()),
                        ReadController.decimalsAsText(request)));
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/{pack}/{name}/export")
    public HttpResponse<byte[]> export(
            RequestContext context,
            String pack,
            String name,
            @QueryValue(defaultValue = "xlsx") String format,
            @QueryValue Optional<String> filter) {
        ReportExports.Exported file = live.run(
                context,
                current -> exports.export(current, pack + "." + name, format, filter.filter(text -> !text.isBlank())));
        return HttpResponse.ok(file.bytes())
                .contentType(file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
