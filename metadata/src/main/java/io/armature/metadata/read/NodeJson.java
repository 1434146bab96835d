package io.armature.metadata.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import java.math.BigDecimal;

/** Trees of definitions as JSON. */
public final class NodeJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private NodeJson() {}

    /** The same value without positions. */
    public static JsonNode of(Node node) {
        return switch (node) {
            case MapNode map -> {
                ObjectNode object = JSON.objectNode();
                map.entries().forEach((key, value) -> object.set(key, of(value)));
                yield object;
            }
            case ListNode list -> {
                ArrayNode array = JSON.arrayNode(list.items().size());
                list.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case TextNode text -> JSON.textNode(text.value());
            case NumberNode number -> number(number.value());
            case FlagNode flag -> JSON.booleanNode(flag.value());
            case NullNode _ -> JSON.nullNode();
        };
    }

    /** Whole numbers as such, so that schemas see an integer. */
    private static JsonNode number(BigDecimal value) {
        return value.scale() <= 0 && value.precision() <= 18
                ? JSON.numberNode(value.longValueExact())
                : JSON.numberNode(value);
    }
}
