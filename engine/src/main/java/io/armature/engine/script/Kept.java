package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.type.AnyLink;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of the model as a recording has them: JSON, and back. */
final class Kept {

    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private Kept() {}

    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case JsonNode json -> json;
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case BigDecimal number -> JSON.numberNode(number);
            case AnyLink(String entity, UUID id) ->
                JSON.objectNode().put("entity", entity).put("id", id.toString());
            case List<?> list -> {
                ArrayNode array = JSON.arrayNode();
                list.forEach(item -> array.add(json(item)));
                yield array;
            }
            default -> JSON.textNode(value.toString());
        };
    }

    /** The value, of the Java class that its type names. */
    static @Nullable Object value(ValueType type, JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        return switch (type) {
            case Scalar scalar -> scalar(scalar, json);
            case ValueType.Reference _ -> UUID.fromString(json.asText());
            case ValueType.AnyReference _ ->
                new AnyLink(
                        json.path("entity").asText(),
                        UUID.fromString(json.path("id").asText()));
            case ValueType.Rows _ ->
                json.valueStream().map(id -> UUID.fromString(id.asText())).toList();
            case ValueType.ListOf list ->
                json.valueStream().map(item -> value(list.item(), item)).toList();
        };
    }

    private static Object scalar(Scalar scalar, JsonNode json) {
        return switch (scalar) {
            case TEXT -> json.asText();
            case INTEGER -> json.asLong();
            case DECIMAL -> json.isNumber() ? json.decimalValue() : new BigDecimal(json.asText());
            case BOOLEAN -> json.asBoolean();
            case DATE -> LocalDate.parse(json.asText());
            case TIME -> LocalTime.parse(json.asText());
            case DATE_TIME -> Instant.parse(json.asText());
            case DURATION -> Duration.parse(json.asText());
            case JSON, NULL -> json;
        };
    }
}
