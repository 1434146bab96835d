package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.script.Action;
import io.armature.engine.workflow.Workflows;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Builds the OpenAPI document of a model. */
public final class OpenApiDocument {

    private static final String OPENAPI = "3.1.0";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private OpenApiDocument() {}

    /**
     * @param model what is installed
     * @param title what the document calls the interface
     * @param server the address callers use
     */
    public static ObjectNode of(Model model, String title, String server) {
        return of(model, title, server, List.of(), (verb, entity) -> true);
    }

    /** @param may whether the reader may do something with an entity, by the verb of grants and its full name */
    public static ObjectNode of(
            Model model, String title, String server, List<Action> actions, BiPredicate<String, String> may) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", OPENAPI);
        document.put("jsonSchemaDialect", DIALECT);
        describe(document.putObject("info"), model, title);
        document.putArray("servers").addObject().put("url", server);
        security(document.putArray("security"));
        List<Entity> entities = model.entities().values().stream()
                .filter(Entity::stored)
                .filter(entity -> may.test("read", entity.fullName()))
                .toList();
        tags(document.putArray("tags"), entities);
        ObjectNode paths = document.putObject("paths");
        AuthenticationPaths.add(paths);
        EventPaths.add(paths);
        ImportPaths.add(paths);
        MessagePaths.add(paths);
        ReportPaths.add(paths);
        OversightPaths.add(paths);
        Workflows workflows = Workflows.of(model);
        entities.forEach(entity -> {
            new EntityPaths(entity, verb -> may.test(verb, entity.fullName())).add(paths);
            new WorkflowPaths(entity, workflows.of(entity)).add(paths);
            if (entity.managed()) {
                new BesidePaths(entity).add(paths);
            }
        });
        ActionPaths.add(paths, actions);
        ObjectNode components = document.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        SharedComponents.add(components, schemas);
        AnswerSchemas.add(paths, schemas);
        model.entities().values().stream()
                .filter(Entity::stored)
                .forEach(entity -> new EntitySchemas(model, entity).add(schemas));
        return document;
    }

    private static void describe(ObjectNode info, Model model, String title) {
        info.put("title", title);
        info.put(
                "version",
                model.digest().substring(0, Math.min(12, model.digest().length())));
        info.put(
                "description",
                "What the installed packs offer: "
                        + String.join(", ", model.packs().keySet()) + ".");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    }

    private static void security(ArrayNode security) {
        security.addObject().putArray(SharedComponents.BEARER);
        security.addObject().putArray(SharedComponents.COOKIE);
    }

    private static void tags(ArrayNode tags, List<Entity> entities) {
        tags.addObject().put("name", AuthenticationPaths.TAG).put("description", "Sign in and out.");
        entities.forEach(
                entity -> tags.addObject().put("name", entity.fullName()).put("description", entity.plural()));
    }

    /** {@code crm.sales_order} with {@code list} becomes {@code listCrmSalesOrder}. */
    static String operationId(String verb, Entity entity) {
        StringBuilder id = new StringBuilder(verb);
        for (String word : entity.fullName().split("[._]")) {
            if (!word.isEmpty()) {
                id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return id.toString();
    }
}
