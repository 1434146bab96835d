package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;

/** Yes or no. */
final class BooleanType extends SimpleType {

    BooleanType() {
        super("boolean", Scalar.BOOLEAN, one(ColumnType.BOOLEAN), "checkbox", Set.of());
    }

    @Override
    public Boolean read(JsonNode json, FieldDefinition field) throws InvalidValue {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return switch (json.isTextual() ? json.textValue() : "") {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true, false");
        };
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Schemas.of("boolean");
    }
}
