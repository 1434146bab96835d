package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What fixed addresses answer, as {@code answers.json} says it. The types of the front end are made of the same file, so
 * that an answer which changes without it is found by a spec, and one that changes with it by the compiler.
 */
final class AnswerSchemas {

    private static final String FILE = "answers.json";
    private static final String RESPONSES = "responses";

    private AnswerSchemas() {}

    static void add(ObjectNode paths, ObjectNode schemas) {
        JsonNode file = read();
        file.path("schemas").properties().forEach(schema -> schemas.set(schema.getKey(), schema.getValue()));
        file.path("operations").forEach(operation -> add(paths, operation));
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(AnswerSchemas.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void add(ObjectNode paths, JsonNode described) {
        String path = described.path("path").asText();
        String method = described.path("method").asText();
        ObjectNode operation = paths.path(path).path(method) instanceof ObjectNode known
                ? known
                : begun(paths, path, method, described);
        ObjectNode responses = operation.withObjectProperty(RESPONSES);
        String status = responses.has("200") ? "200" : "2XX";
        responses
                .withObjectProperty(status)
                .withObjectProperty("content")
                .withObjectProperty("application/json")
                .set("schema", schema(described));
    }

    private static ObjectNode begun(ObjectNode paths, String path, String method, JsonNode described) {
        String summary = described.path("summary").asText();
        ObjectNode operation = FixedOperation.begin(
                paths,
                path,
                method,
                described.path("id").asText(),
                summary,
                described.path("tag").asText());
        operation.path("parameters").forEach(parameter -> {
            if (parameter instanceof ObjectNode place
                    && !place.path("name").asText().equals("id")) {
                place.set("schema", Schemas.text(""));
            }
        });
        FixedOperation.end(operation, summary);
        return operation;
    }

    private static ObjectNode schema(JsonNode described) {
        ObjectNode one = Schemas.reference(described.path("answer").asText());
        if (!described.path("many").asBoolean()) {
            return one;
        }
        ObjectNode list = Schemas.object();
        list.putObject("properties").set("data", Schemas.list(one));
        list.putArray("required").add("data");
        return list;
    }
}
