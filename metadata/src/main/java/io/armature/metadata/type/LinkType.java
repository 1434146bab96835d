package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;
import java.util.UUID;

/**
 * A link to one record of the entity named by {@code to}. {@link #read} takes the id; whoever writes records resolves
 * objects that name a unique key before.
 */
final class LinkType extends SimpleType {

    LinkType() {
        super("link", Scalar.NULL, one(ColumnType.UUID), "link", Set.of("to", "onDelete", "filter"));
    }

    @Override
    public ValueType valueType(FieldDefinition field) {
        return new Reference(field.text("to").orElse(""));
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
