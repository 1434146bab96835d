package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the descriptions of all fixed addresses have in common. */
final class FixedOperation {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private FixedOperation() {}

    /** Begins a call: its name, its words, and the ids in its address. */
    static ObjectNode begin(ObjectNode paths, String path, String method, String id, String summary, String tag) {
        return begin(paths, path, method, id, summary, tag, "uuid");
    }

    /** Begins a call in whose address names stand. */
    static ObjectNode beginNamed(ObjectNode paths, String path, String method, String id, String summary, String tag) {
        return begin(paths, path, method, id, summary, tag, "");
    }

    private static ObjectNode begin(
            ObjectNode paths, String path, String method, String id, String summary, String tag, String format) {
        ObjectNode operation = paths.withObjectProperty(path).putObject(method);
        operation
                .put("operationId", id)
                .put("summary", summary)
                .putArray("tags")
                .add(tag);
        Matcher places = PLACE.matcher(path);
        while (places.find()) {
            parameter(operation, places.group(1), "path").put("required", true).set("schema", Schemas.text(format));
        }
        return operation;
    }

    /** Another parameter, whose schema is still to be set. */
    static ObjectNode parameter(ObjectNode operation, String name, String in) {
        return operation
                .withArrayProperty("parameters")
                .addObject()
                .put("name", name)
                .put("in", in);
    }

    /** What is sent along. */
    static void body(ObjectNode operation, String mediaType, ObjectNode schema) {
        operation
                .putObject("requestBody")
                .putObject("content")
                .putObject(mediaType)
                .set("schema", schema);
    }

    /** How it ends: well, or with a problem. */
    static void end(ObjectNode operation, String summary) {
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("2XX").put("description", summary);
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }
}
