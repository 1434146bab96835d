package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** Tells what PostgreSQL can keep: no text with a zero character or half a surrogate pair. */
final class Storable {

    private Storable() {}

    static boolean isStorable(Object value) {
        return switch (value) {
            case String text -> isClean(text);
            case Collection<?> items -> items.stream().allMatch(Storable::isStorable);
            case JsonNode json -> isClean(json);
            default -> true;
        };
    }

    private static boolean isClean(JsonNode json) {
        if (json.isTextual()) {
            return isClean(json.textValue());
        }
        for (var property : json.properties()) {
            if (!isClean(property.getKey())) {
                return false;
            }
        }
        for (JsonNode child : json) {
            if (!isClean(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isLowSurrogate(character)) {
                return false;
            }
            if (Character.isHighSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
