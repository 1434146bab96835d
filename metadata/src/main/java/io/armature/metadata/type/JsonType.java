package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;

/** Any JSON. */
final class JsonType extends SimpleType {

    JsonType() {
        super("json", Scalar.JSON, one(ColumnType.JSONB), "json", Set.of());
    }

    @Override
    public JsonNode read(JsonNode json, FieldDefinition field) throws InvalidValue {
        JsonValues.checkStorable(json);
        return json;
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return JsonNodeFactory.instance.objectNode();
    }
}
