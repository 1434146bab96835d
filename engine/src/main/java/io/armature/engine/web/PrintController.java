package io.armature.engine.web;

import io.armature.engine.current.LiveModel;
import io.armature.engine.current.RequestContext;
import io.armature.engine.print.PrintForm;
import io.armature.engine.print.PrintedFile;
import io.armature.engine.print.Prints;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records on paper. */
@Controller("/api/{pack}/{entity}")
public final class PrintController {

    private static final String FORMAT = "format";

    /** A printed page runs nothing and fetches nothing, whatever stands in it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox allow-modals";

    private final Prints prints;
    private final LiveModel live;

    public PrintController(Prints prints, LiveModel live) {
        this.prints = prints;
        this.live = live;
    }

    /** What can be printed. */
    record Choices(List<Prints.Choice> data) {}

    @Get("/print")
    public Choices choices(RequestContext context, String pack, String entity) {
        return new Choices(prints.choices(context, EntityPaths.require(context, pack, entity)));
    }

    /** The records of a list, by the parameters that lists have, as {@code ?format=pdf|html}. */
    @Get("/print/list")
    public HttpResponse<byte[]> list(HttpRequest<?> request, RequestContext context, String pack, String entity) {
        Entity found = EntityPaths.require(context, pack, entity);
        Map<String, List<String>> parameters =
                new HashMap<>(request.getParameters().asMap());
        parameters.remove(FORMAT);
        parameters.putIfAbsent("limit", List.of(Integer.toString(RecordQuery.MAXIMUM_LIMIT)));
        RecordQuery query = RecordQueryParser.ofUrl(found.fullName(), parameters);
        return answer(live.run(context, current -> prints.list(current, found, query, form(request))));
    }

    /** One record, as {@code ?format=pdf|html}. */
    @Get("/{id}/print/{name}")
    public HttpResponse<byte[]> print(
            HttpRequest<?> request, RequestContext context, String pack, String entity, String id, String name) {
        Entity found = EntityPaths.require(context, pack, entity);
        return Uuids.parse(id)
                .flatMap(record ->
                        live.run(context, current -> prints.print(current, found, record, name, form(request))))
                .map(PrintController::answer)
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), "")));
    }

    private static PrintForm form(HttpRequest<?> request) {
        String word = request.getParameters().getFirst(FORMAT).orElse(PrintForm.PDF.word());
        return PrintForm.of(word)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.PARAMETER_OPTIONS, FORMAT, FORMAT, "pdf, html")));
    }

    private static HttpResponse<byte[]> answer(PrintedFile file) {
        String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return HttpResponse.ok(file.bytes())
                .contentType(file.mediaType())
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename*=UTF-8''" + encoded)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
