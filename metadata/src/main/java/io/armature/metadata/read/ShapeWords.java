package io.armature.metadata.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The words for what JSON Schemas expect. */
final class ShapeWords {

    private ShapeWords() {}

    /** One type, or several. */
    static String types(JsonNode rule) {
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false)
                        .map(type -> type(type.asText()))
                        .collect(Collectors.joining(" / "))
                : type(rule.asText());
    }

    private static String type(String type) {
        return switch (type) {
            case "string" -> "text";
            case "object" -> "mapping";
            case "array" -> "list";
            case "boolean" -> "true / false";
            default -> type;
        };
    }

    static String limit(String keyword, JsonNode rule) {
        return switch (keyword) {
            case "minimum" -> "≥ " + rule.asText();
            case "maximum" -> "≤ " + rule.asText();
            case "minItems", "minProperties", "minLength" -> "longer: ≥ " + rule.asText();
            case "maxItems", "maxProperties", "maxLength" -> "shorter: ≤ " + rule.asText();
            case "uniqueItems" -> "a list in which nothing stands twice";
            default -> keyword + " " + rule;
        };
    }
}
