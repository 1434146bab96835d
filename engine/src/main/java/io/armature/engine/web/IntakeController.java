package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.intake.Intake;
import io.armature.engine.intake.IntakeOrder;
import io.armature.engine.intake.IntakeTemplates;
import io.armature.engine.intake.Intakes;
import io.armature.engine.transfer.ImportFormat;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.net.URI;
import java.util.UUID;

/** Uploaded files on their way into an entity, in the background. */
@Controller("/api/{pack}/{entity}/imports")
public final class IntakeController {

    private final Intakes intakes;
    private final IntakeTemplates templates;
    private final JsonBodies bodies;

    public IntakeController(Intakes intakes, IntakeTemplates templates, JsonBodies bodies) {
        this.intakes = intakes;
        this.templates = templates;
        this.bodies = bodies;
    }

    /** The beginning of a file: {@code {"file": "…", "format": "csv"}}. */
    @Post("/preview")
    public ObjectNode preview(RequestContext context, String pack, String entity, @Body byte[] body) {
        Entity into = EntityPaths.require(context, pack, entity);
        JsonNode json = bodies.read(body);
        ImportFormat format = ImportFormat.of(json.path("format").asText(""));
        return ImportRunJson.preview(
                intakes.preview(context, into, file(json), format), intakes.functions(context, into));
    }

    /** Has a file taken in; what is asked for stands in {@link IntakeOrder}, beside {@code file}. */
    @Post
    public HttpResponse<ObjectNode> begin(RequestContext context, String pack, String entity, @Body byte[] body) {
        Entity into = EntityPaths.require(context, pack, entity);
        JsonNode json = bodies.read(body);
        Intake intake = intakes.begin(context, into, file(json), IntakeOrder.of(json));
        return HttpResponse.<ObjectNode>accepted(URI.create("/api/imports/" + intake.id()))
                .body(ImportRunJson.whole(intake));
    }

    @Get("/templates")
    public ObjectNode templates(RequestContext context, String pack, String entity) {
        Entity into = EntityPaths.require(context, pack, entity);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var data = json.putArray("data");
        templates
                .of(context, into)
                .forEach((name, order) -> data.addObject().put("name", name).set("order", order));
        return json;
    }

    @Put("/templates/{name}")
    public HttpResponse<?> keep(RequestContext context, String pack, String entity, String name, @Body byte[] body) {
        Entity into = EntityPaths.require(context, pack, entity);
        templates.keep(context, into, name, IntakeOrder.of(bodies.read(body)));
        return HttpResponse.noContent();
    }

    @Delete("/templates/{name}")
    public HttpResponse<?> forget(RequestContext context, String pack, String entity, String name) {
        templates.forget(context, EntityPaths.require(context, pack, entity), name);
        return HttpResponse.noContent();
    }

    private static UUID file(JsonNode json) {
        return Uuids.parse(json.path("file").asText(""))
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "file", "file")));
    }
}
