package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;

/** One of some options. */
final class ChoiceType extends SimpleType {

    ChoiceType() {
        super("choice", Scalar.TEXT, one(ColumnType.TEXT), "select", Set.of("options"));
    }

    @Override
    public String read(JsonNode json, FieldDefinition field) throws InvalidValue {
        Options options = Options.of(field);
        String key = Texts.read(json, this, options.keys().stream().findFirst().orElse("\"key\""));
        Texts.checkLength(key, 0, AbstractTextType.INDEXED_MAXIMUM);
        return options.check(key);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Options.of(field).schema();
    }
}
