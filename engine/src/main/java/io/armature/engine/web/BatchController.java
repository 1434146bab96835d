package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.LiveModel;
import io.armature.engine.current.PackRefusals;
import io.armature.engine.current.RequestContext;
import io.armature.engine.problem.ProblemDocument;
import io.armature.engine.record.Batches;
import io.armature.engine.record.RowResult;
import io.armature.engine.write.Written;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writing many records of one entity. */
@Controller("/api/{pack}/{entity}/batch")
public final class BatchController {

    private final Batches batches;
    private final LiveModel live;
    private final JsonBodies bodies;

    public BatchController(Batches batches, LiveModel live, JsonBodies bodies) {
        this.batches = batches;
        this.live = live;
        this.bodies = bodies;
    }

    /** What became of all rows. */
    record Report(List<Row> results, int done, int refused) {}

    /** What became of one row; {@code status} is what a request for it alone would have been answered. */
    record Row(String path, int status, Optional<UUID> id, Optional<Long> version, Optional<ProblemDocument> problem) {}

    @Post
    public HttpResponse<Report> run(
            RequestContext context, HttpRequest<?> request, String pack, String entity, @Body byte[] body) {
        WritePreferences preferences = WritePreferences.of(request);
        JsonNode changes = bodies.read(body);
        List<Row> rows = live
                .run(
                        context,
                        current -> batches.run(
                                current, EntityPaths.require(current, pack, entity), changes, preferences.options()))
                .stream()
                .map(result -> row(result, context))
                .toList();
        int done = (int) rows.stream().filter(row -> row.problem().isEmpty()).count();
        return preferences.confirm(HttpResponse.ok(new Report(rows, done, rows.size() - done)));
    }

    private static Row row(RowResult result, RequestContext context) {
        Optional<ProblemDocument> problem = result.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ProblemDocument.of(PackRefusals.translated(result.problems(), context), context.locale()));
        return new Row(
                result.path(),
                problem.map(ProblemDocument::status)
                        .orElseGet(() ->
                                result.written().map(BatchController::status).orElse(0)),
                result.written().map(Written::id),
                result.written().map(Written::version),
                problem);
    }

    private static int status(Written written) {
        return switch (written.outcome()) {
            case CREATED -> HttpStatus.CREATED.getCode();
            case UPDATED, RESTORED -> HttpStatus.OK.getCode();
            case PENDING -> HttpStatus.ACCEPTED.getCode();
            case DELETED -> HttpStatus.NO_CONTENT.getCode();
        };
    }
}
