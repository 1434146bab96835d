package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.intake.Intake;
import io.armature.engine.intake.Intakes;
import io.armature.engine.transfer.TableTypes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;

/** The caller's imports: how far they are, an end before time, and the way back. */
@Controller("/api/imports")
public final class ImportRunController {

    private final Intakes intakes;

    public ImportRunController(Intakes intakes) {
        this.intakes = intakes;
    }

    /** The latest first, of one entity where that is said. */
    @Get
    public ObjectNode list(RequestContext context, @QueryValue Optional<String> entity) {
        return ImportRunJson.list(intakes.list(context, entity));
    }

    @Get("/{id}")
    public ObjectNode one(RequestContext context, HttpRequest<?> request, String id) {
        return ImportRunJson.whole(intakes.require(context, RecordPaths.id(request, id)));
    }

    /** What is wrong in which rows, as a table. */
    @Get(uri = "/{id}/errors", produces = TableTypes.CSV)
    public HttpResponse<String> errors(RequestContext context, HttpRequest<?> request, String id) {
        Intake intake = intakes.require(context, RecordPaths.id(request, id));
        return HttpResponse.ok(ErrorTable.of(intake.errors()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"");
    }

    @Post("/{id}/cancel")
    public HttpResponse<ObjectNode> cancel(RequestContext context, HttpRequest<?> request, String id) {
        return HttpResponse.accepted().body(ImportRunJson.whole(intakes.cancel(context, RecordPaths.id(request, id))));
    }

    @Post("/{id}/undo")
    public HttpResponse<ObjectNode> undo(RequestContext context, HttpRequest<?> request, String id) {
        return HttpResponse.accepted().body(ImportRunJson.whole(intakes.undo(context, RecordPaths.id(request, id))));
    }
}
