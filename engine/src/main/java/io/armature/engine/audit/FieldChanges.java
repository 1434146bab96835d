package io.armature.engine.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Values as they were and as they are now, the way the trail keeps them; what stays the same is left out. */
public final class FieldChanges {
    private final ObjectNode changes = JsonNodeFactory.instance.objectNode();

    /**
     * @param before null for nothing; texts, documents and lists of them are kept as such, all else as text
     * @param after the same
     */
    public FieldChanges with(String field, @Nullable Object before, @Nullable Object after) {
        JsonNode old = node(before);
        JsonNode now = node(after);
        if (!old.equals(now)) {
            changes.putArray(field).add(old).add(now);
        }
        return this;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** {@code {"field": [old, new]}} */
    public String json() {
        return changes.toString();
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case JsonNode document -> document;
            case Collection<?> many -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                many.stream().map(String::valueOf).sorted().forEach(all::add);
                yield all;
            }
            default -> JsonNodeFactory.instance.textNode(value.toString());
        };
    }
}
