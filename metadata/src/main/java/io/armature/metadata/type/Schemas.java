package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The beginnings of JSON Schemas. */
final class Schemas {

    private Schemas() {}

    static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** A text of a format that JSON Schema names, such as {@code date}. */
    static ObjectNode text(String format) {
        return of("string").put("format", format);
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode schema = of("array");
        schema.set("items", items);
        return schema;
    }

    /** One of the texts. */
    static ObjectNode oneOf(Iterable<String> values) {
        ObjectNode schema = of("string");
        ArrayNode allowed = schema.putArray("enum");
        values.forEach(allowed::add);
        return schema;
    }
}
