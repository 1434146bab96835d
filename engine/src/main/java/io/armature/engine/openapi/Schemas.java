package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small pieces of JSON Schema. */
final class Schemas {

    private Schemas() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    static ObjectNode text(String format) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    static ObjectNode integer() {
        return JsonNodeFactory.instance.objectNode().put("type", "integer");
    }

    static ObjectNode flag() {
        return JsonNodeFactory.instance.objectNode().put("type", "boolean");
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    /** A reference to a schema of the document's components. */
    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    static ObjectNode anyOf(ObjectNode... choices) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode all = schema.putArray("anyOf");
        for (ObjectNode choice : choices) {
            all.add(choice);
        }
        return schema;
    }

    /** The same schema, or null. */
    static ObjectNode nullable(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (type != null && type.isTextual() && !schema.has("enum") && !schema.has("const")) {
            ObjectNode copy = schema.deepCopy();
            copy.putArray("type").add(type.textValue()).add("null");
            return copy;
        }
        return anyOf(schema, JsonNodeFactory.instance.objectNode().put("type", "null"));
    }
}
