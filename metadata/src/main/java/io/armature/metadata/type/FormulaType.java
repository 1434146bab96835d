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
 * The value of {@code formula}, whose type follows from it. Computed, never written, so it has no column of its own.
 * Its value type is known once the model is compiled; until then it is {@link Scalar#NULL}.
 */
final class FormulaType extends SimpleType {

    FormulaType() {
        super("formula", Scalar.NULL, List.of(), "formula", Set.of("digits", "unit"));
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
