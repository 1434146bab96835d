package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Some of some options, each once, in the order given. */
final class ChoicesType extends SimpleType {

    private static final String EXAMPLE = "[\"key\"]";

    ChoicesType() {
        super(
                "choices",
                new ListOf(Scalar.TEXT),
                one(ColumnType.TEXTS),
                "multiselect",
                Set.of("options", "min", "max"));
    }

    @Override
    public List<String> read(JsonNode json, FieldDefinition field) throws InvalidValue {
        if (!json.isArray()) {
            throw wrong(EXAMPLE);
        }
        Counts.checkWithin(json.size(), field);
        Options options = Options.of(field);
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode item : json) {
            String key = Texts.read(item, this, EXAMPLE);
            Texts.checkLength(key, 0, AbstractTextType.INDEXED_MAXIMUM);
            keys.add(options.check(key));
        }
        return List.copyOf(keys);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        ObjectNode schema = Schemas.list(Options.of(field).schema()).put("uniqueItems", true);
        Counts.describe(schema, field);
        return schema;
    }
}
