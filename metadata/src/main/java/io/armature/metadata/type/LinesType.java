package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Owned children, saved with their parent: records of the entity named by {@code of}, whose link {@code by} leads back.
 * {@link #read} checks that it is a list of objects; whoever writes records reads each line by the child's fields.
 */
final class LinesType extends SimpleType {

    LinesType() {
        super("lines", Scalar.NULL, List.of(), "lines", Set.of("of", "by", "min", "max"));
    }

    @Override
    public ValueType valueType(FieldDefinition field) {
        return new Rows(field.text("of").orElse(""));
    }

    @Override
    public List<JsonNode> read(JsonNode json, FieldDefinition field) throws InvalidValue {
        if (!json.isArray()) {
            throw wrong("[{…}]");
        }
        Counts.checkWithin(json.size(), field);
        List<JsonNode> lines = new ArrayList<>(json.size());
        for (JsonNode line : json) {
            if (!line.isObject()) {
                throw wrong("[{…}]");
            }
            lines.add(line);
        }
        return List.copyOf(lines);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        ObjectNode schema = Schemas.list(Schemas.of("object"));
        Counts.describe(schema, field);
        return schema;
    }
}
