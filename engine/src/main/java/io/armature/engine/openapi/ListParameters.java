package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The parameters that lists and single records understand. */
final class ListParameters {

    private static final List<String> OF_LISTS = List.of(
            "filter", "sort", "reverse", "fields", "limit", "offset", "cursor", "count", "q", "deleted", "asOf");

    private ListParameters() {}

    static void add(ObjectNode parameters) {
        query(parameters, "filter", Schemas.text(""), "A condition, such as status == 'open' && total > 100.");
        query(parameters, "sort", Schemas.text(""), "Fields, comma-separated; a leading minus turns the order round.");
        query(parameters, "reverse", Schemas.flag(), "Read the list from its end: the very opposite order.");
        query(parameters, "fields", Schemas.text(""), "What to return, such as name,country(code),lines(qty).");
        query(parameters, "limit", Schemas.integer().put("minimum", 1), "How many records at most.");
        query(parameters, "offset", Schemas.integer().put("minimum", 0), "How many records to leave out, for people.");
        query(parameters, "cursor", Schemas.text(""), "Where the page before ended, for machines.");
        query(parameters, "count", counts(), "Whether to count all records.");
        query(parameters, "q", Schemas.text(""), "Words to search for.");
        query(parameters, "deleted", Schemas.flag(), "Show deleted records instead.");
        query(parameters, "asOf", Schemas.text("date-time"), "The state at that moment.");
        ObjectNode id = parameters.putObject("id");
        id.put("name", "id").put("in", "path").put("required", true).set("schema", Schemas.text("uuid"));
        header(parameters, "If-Match", "ifMatch", "The version the change is based on.");
        header(parameters, "Idempotency-Key", "idempotencyKey", "Makes a repeated creation return the first result.");
        header(parameters, "Prefer", "prefer", "tx=rollback, max-affected=N, return=minimal.");
    }

    /** References to the parameters of lists. */
    static void list(ArrayNode parameters) {
        OF_LISTS.forEach(name -> reference(parameters, name));
    }

    static void reference(ArrayNode parameters, String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    private static void query(ObjectNode parameters, String name, ObjectNode schema, String description) {
        ObjectNode parameter = parameters.putObject(name);
        parameter
                .put("name", name)
                .put("in", "query")
                .put("description", description)
                .set("schema", schema);
    }

    private static void header(ObjectNode parameters, String name, String key, String description) {
        ObjectNode parameter = parameters.putObject(key);
        parameter.put("name", name).put("in", "header").put("description", description);
        parameter.set("schema", Schemas.text(""));
    }

    private static ObjectNode counts() {
        ObjectNode schema = Schemas.text("");
        schema.putArray("enum").add("exact").add("estimate").add("none");
        return schema;
    }
}
