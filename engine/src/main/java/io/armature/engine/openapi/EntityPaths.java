package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import java.util.List;
import java.util.function.Predicate;

/** The addresses of one entity that a reader may use. */
final class EntityPaths {

    private static final String JSON = "application/json";

    private static final List<String> CHANGING = List.of("create", "update", "delete");

    private final Entity entity;
    private final Predicate<String> may;
    private final String base;

    EntityPaths(Entity entity, Predicate<String> may) {
        this.entity = entity;
        this.may = may;
        this.base = "/api/" + entity.name().pack() + "/" + entity.name().entity();
    }

    void add(ObjectNode paths) {
        collection(paths.putObject(base));
        record(paths.putObject(base + "/{id}"));
        foreignKey(paths.putObject(base + "/by/external_id/{external_id}"));
        ObjectNode history = operation(paths.putObject(base + "/{id}/history"), "get", "historyOf", "Who changed what");
        identified(history);
        respond(history, "200", "The changes, newest first.", WorkflowSchemas.history());
        if (entity.features().softDelete()) {
            ObjectNode restore = operation(paths.putObject(base + "/{id}/restore"), "post", "restore", "Restore");
            identified(restore);
            respond(restore, "200", "The restored record.", Schemas.reference(entity.fullName()));
        }
        query(paths.putObject(base + "/query"));
        batch(paths.putObject(base + "/batch"));
        export(paths.putObject(base + "/export"));
        forget(paths);
    }

    /** Leaves out what the reader may do with no record. */
    private void forget(ObjectNode paths) {
        without("create", paths, "", "post");
        without("update", paths, "/{id}", "patch");
        without("update", paths, "/{id}", "put");
        without("update", paths, "/by/external_id/{external_id}", "put");
        without("delete", paths, "/{id}", "delete");
        if (!may.test("delete")) {
            paths.remove(base + "/{id}/restore");
        }
        if (!may.test("export")) {
            paths.remove(base + "/export");
        }
        if (CHANGING.stream().noneMatch(may)) {
            paths.remove(base + "/batch");
        }
    }

    private void without(String verb, ObjectNode paths, String below, String method) {
        if (!may.test(verb) && paths.get(base + below) instanceof ObjectNode path) {
            path.remove(method);
        }
    }

    private void collection(ObjectNode path) {
        ObjectNode list = operation(path, "get", "list", "List " + entity.plural());
        ListParameters.list(list.putArray("parameters"));
        respond(list, "200", "A page of records.", Schemas.reference(EntitySchemas.page(entity)));
        ObjectNode create = operation(path, "post", "create", "Create " + entity.title());
        ArrayNode parameters = create.putArray("parameters");
        ListParameters.reference(parameters, "idempotencyKey");
        ListParameters.reference(parameters, "prefer");
        body(create, Schemas.reference(EntitySchemas.create(entity.fullName())));
        respond(create, "201", "The new record.", Schemas.reference(entity.fullName()));
    }

    private void record(ObjectNode path) {
        ObjectNode get = operation(path, "get", "get", "Read one " + entity.title());
        ListParameters.reference(identified(get), "fields");
        respond(get, "200", "The record.", Schemas.reference(entity.fullName()));
        ObjectNode patch = operation(path, "patch", "update", "Change some fields");
        conditional(patch);
        body(patch, Schemas.reference(EntitySchemas.change(entity.fullName())));
        respond(patch, "200", "The changed record.", Schemas.reference(entity.fullName()));
        ObjectNode put = operation(path, "put", "replace", "Replace all fields");
        conditional(put);
        body(put, Schemas.reference(EntitySchemas.change(entity.fullName())));
        respond(put, "200", "The changed record.", Schemas.reference(entity.fullName()));
        ObjectNode delete = operation(path, "delete", "delete", "Delete");
        conditional(delete);
        delete.withObjectProperty("responses").putObject("204").put("description", "Deleted.");
    }

    private void foreignKey(ObjectNode path) {
        ObjectNode get = operation(path, "get", "getByExternalIdOf", "Read by foreign key");
        externalId(get.putArray("parameters"));
        respond(get, "200", "The record.", Schemas.reference(entity.fullName()));
        ObjectNode put = operation(path, "put", "upsert", "Create or change by foreign key");
        externalId(put.putArray("parameters"));
        body(put, Schemas.reference(EntitySchemas.change(entity.fullName())));
        respond(put, "200", "The changed record.", Schemas.reference(entity.fullName()));
        respond(put, "201", "The new record.", Schemas.reference(entity.fullName()));
    }

    private void query(ObjectNode path) {
        ObjectNode query = operation(path, "post", "query", "Query and aggregate");
        body(query, Schemas.object().put("additionalProperties", true));
        ObjectNode result = Schemas.object();
        ObjectNode properties = result.putObject("properties");
        properties.set("data", Schemas.list(Schemas.object().put("additionalProperties", true)));
        properties.set("page", Schemas.reference(SharedComponents.PAGE));
        respond(query, "200", "Records or groups.", result);
    }

    private void batch(ObjectNode path) {
        ObjectNode batch = operation(path, "post", "batch", "Create, change and delete together");
        ObjectNode request = Schemas.object();
        ObjectNode properties = request.putObject("properties");
        properties.set("create", Schemas.list(Schemas.reference(EntitySchemas.create(entity.fullName()))));
        properties.set("update", Schemas.list(Schemas.object().put("additionalProperties", true)));
        properties.set("delete", Schemas.list(Schemas.anyOf(Schemas.text("uuid"), Schemas.object())));
        properties.set("transition", Schemas.list(Schemas.object().put("additionalProperties", true)));
        properties.set("atomic", Schemas.flag());
        body(batch, request);
        respond(batch, "200", "The results.", Schemas.object().put("additionalProperties", true));
    }

    private void export(ObjectNode path) {
        ObjectNode export = operation(path, "get", "export", "Export " + entity.plural());
        ArrayNode parameters = export.putArray("parameters");
        ObjectNode format = parameters.addObject().put("name", "format").put("in", "query");
        format.putObject("schema")
                .put("type", "string")
                .putArray("enum")
                .add("csv")
                .add("xlsx")
                .add("json")
                .add("ndjson")
                .add("pdf");
        for (String name : new String[] {"filter", "sort", "fields", "q", "deleted", "asOf"}) {
            ListParameters.reference(parameters, name);
        }
        parameters.addObject().put("name", "limit").put("in", "query").set("schema", Schemas.integer());
        file(export);
        ObjectNode some = operation(path, "post", "export_some", "Export some " + entity.plural());
        ObjectNode order = Schemas.object().put("additionalProperties", true);
        order.putObject("properties").set("ids", Schemas.list(Schemas.text("uuid")));
        body(some, order);
        file(some);
    }

    private static void file(ObjectNode operation) {
        ObjectNode response = operation.withObjectProperty("responses").putObject("200");
        response.put("description", "The file.").putObject("content").putObject("*/*");
    }

    private ObjectNode operation(ObjectNode path, String method, String verb, String summary) {
        ObjectNode operation = path.putObject(method);
        operation.put("operationId", OpenApiDocument.operationId(verb, entity));
        operation.put("summary", summary);
        operation.putArray("tags").add(entity.fullName());
        operation.putObject("responses").putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static ArrayNode identified(ObjectNode operation) {
        ArrayNode parameters = operation.putArray("parameters");
        ListParameters.reference(parameters, "id");
        return parameters;
    }

    private static void conditional(ObjectNode operation) {
        ArrayNode parameters = identified(operation);
        ListParameters.reference(parameters, "ifMatch");
        ListParameters.reference(parameters, "prefer");
    }

    private static void externalId(ArrayNode parameters) {
        parameters
                .addObject()
                .put("name", "external_id")
                .put("in", "path")
                .put("required", true)
                .set("schema", Schemas.text(""));
    }

    private static void body(ObjectNode operation, ObjectNode schema) {
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content").putObject(JSON).set("schema", schema);
    }

    private static void respond(ObjectNode operation, String status, String description, ObjectNode schema) {
        ObjectNode response = operation.withObjectProperty("responses").putObject(status);
        response.put("description", description);
        response.putObject("content").putObject(JSON).set("schema", schema);
    }
}
