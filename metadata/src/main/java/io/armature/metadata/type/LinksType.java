package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Links to several records of the entity named by {@code to}, kept in a table of their own. */
final class LinksType extends SimpleType {

    LinksType() {
        super("links", Scalar.NULL, List.of(), "tags", Set.of("to", "filter", "min", "max"));
    }

    @Override
    public ValueType valueType(FieldDefinition field) {
        return new Rows(field.text("to").orElse(""));
    }

    @Override
    public List<UUID> read(JsonNode json, FieldDefinition field) throws InvalidValue {
        return Ids.readAll(json, this, field);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Ids.listSchema(field);
    }
}
