package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Reference;
import java.util.Set;
import java.util.UUID;

/** A link to a user. */
final class UserType extends SimpleType {

    UserType() {
        super("user", new Reference("sys.user"), one(ColumnType.UUID), "user", Set.of("filter", "onDelete"));
    }

    @Override
    public UUID read(JsonNode json, FieldDefinition field) throws InvalidValue {
        return Ids.read(json, this);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Ids.schema();
    }
}
