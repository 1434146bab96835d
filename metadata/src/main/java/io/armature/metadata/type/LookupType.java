package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Set;

/**
 * The value of a field of a linked record: {@code from: country.name}. Computed, never written, so it has no column of its own.
 * Its value type is known once the model is compiled; until then it is {@link Scalar#NULL}.
 */
final class LookupType extends SimpleType {

    LookupType() {
        super("lookup", Scalar.NULL, List.of(), "lookup", Set.of("from"));
    }

    @Override
    public Object read(JsonNode json, FieldDefinition field) throws InvalidValue {
        throw new InvalidValue(ProblemCode.READ_ONLY, field.name(), name());
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return JsonNodeFactory.instance.objectNode().put("readOnly", true);
    }
}
