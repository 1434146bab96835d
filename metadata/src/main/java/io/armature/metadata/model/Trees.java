package io.armature.metadata.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Node;

/** Definition trees as JSON. */
public final class Trees {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private Trees() {}

    /** The same value without positions. */
    public static JsonNode json(Node node) {
        return switch (node) {
            case Node.TextNode text -> JSON.textNode(text.value());
            case Node.NumberNode number -> JSON.numberNode(number.value());
            case Node.FlagNode flag -> JSON.booleanNode(flag.value());
            case Node.NullNode nothing -> JSON.nullNode();
            case Node.ListNode list -> {
                ArrayNode array = JSON.arrayNode();
                list.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Node.MapNode map -> {
                ObjectNode object = JSON.objectNode();
                map.entries().forEach((key, value) -> object.set(key, json(value)));
                yield object;
            }
        };
    }
}
