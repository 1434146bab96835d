package io.armature.engine.web;

import io.armature.engine.current.LiveModel;
import io.armature.engine.current.RequestContext;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.query.request.RecentQueries;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import java.util.UUID;

/** Lists and single records. */
@Controller("/api/{pack}/{entity}")
public final class ReadController {
    private static final String DECIMALS_AS_TEXT = "decimals=string";

    private final RecordReads records;
    private final JsonBodies bodies;
    private final LiveModel live;
    private final RecentQueries recent = new RecentQueries();

    public ReadController(RecordReads records, LiveModel live, JsonBodies bodies) {
        this.records = records;
        this.live = live;
        this.bodies = bodies;
    }

    @Get
    public HttpResponse<byte[]> list(HttpRequest<?> request, RequestContext context, String pack, String entity) {
        String name = EntityPaths.require(context, pack, entity).fullName();
        RecordQuery query =
                recent.list(name, text(request), () -> request.getParameters().asMap());
        return json(live.run(context, current -> records.list(current, query, decimalsAsText(request))));
    }

    @Post("/query")
    public HttpResponse<byte[]> query(
            HttpRequest<?> request, RequestContext context, String pack, String entity, @Body byte[] body) {
        String name = EntityPaths.require(context, pack, entity).fullName();
        RecordQuery query = RecordQueryParser.ofJson(name, bodies.read(body));
        return json(live.run(context, current -> records.list(current, query, decimalsAsText(request))));
    }

    @Get("/{id}")
    public HttpResponse<byte[]> one(
            HttpRequest<?> request, RequestContext context, String pack, String entity, String id) {
        RecordQuery query = queryForOne(request, context, pack, entity);
        Optional<OneRecord> record = id(id).flatMap(found ->
                live.run(context, current -> records.one(current, query, found, decimalsAsText(request))));
        return answer(request, record);
    }

    @Get("/by/external_id/{externalId}")
    public HttpResponse<byte[]> byExternalId(
            HttpRequest<?> request, RequestContext context, String pack, String entity, String externalId) {
        RecordQuery query = queryForOne(request, context, pack, entity);
        return answer(
                request,
                live.run(
                        context, current -> records.byExternalId(current, query, externalId, decimalsAsText(request))));
    }

    @Get("/{id}/history")
    public HttpResponse<byte[]> history(
            HttpRequest<?> request, RequestContext context, String pack, String entity, String id) {
        RecordQuery query = RecordQueryParser.ofUrlForHistory(
                EntityPaths.require(context, pack, entity).fullName(),
                request.getParameters().asMap());
        UUID record = id(id).orElseThrow(() -> notFound(request));
        return json(live.run(context, current -> records.history(current, query, record))
                .orElseThrow(() -> notFound(request)));
    }

    private RecordQuery queryForOne(HttpRequest<?> request, RequestContext context, String pack, String entity) {
        return recent.one(
                EntityPaths.require(context, pack, entity).fullName(),
                text(request),
                () -> request.getParameters().asMap());
    }

    private static String text(HttpRequest<?> request) {
        return Optional.ofNullable(request.getUri().getRawQuery()).orElse("");
    }

    private static HttpResponse<byte[]> answer(HttpRequest<?> request, Optional<OneRecord> found) {
        OneRecord record = found.orElseThrow(
                () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), "")));
        return RecordTags.answer(request, record);
    }

    private static ProblemException notFound(HttpRequest<?> request) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), ""));
    }

    private static MutableHttpResponse<byte[]> json(byte[] body) {
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static boolean decimalsAsText(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(DECIMALS_AS_TEXT);
    }
}
