package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether PostgreSQL's {@code jsonb} can keep a JSON value. */
final class JsonValues {

    private JsonValues() {}

    /** Walks without recursion, so that no depth is too deep. */
    static void checkStorable(JsonNode json) throws InvalidValue {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(json);
        while (!open.isEmpty()) {
            JsonNode next = open.pop();
            if (next.isTextual()) {
                Texts.storable(next.textValue());
            } else if (next.isNumber()) {
                Numbers.bounded(next.decimalValue());
            }
            for (var entry : next.properties()) {
                Texts.storable(entry.getKey());
            }
            next.forEach(open::push);
        }
    }
}
