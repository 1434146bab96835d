package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.Set;

/** A type whose values are whole numbers. */
abstract class AbstractIntegerType extends SimpleType {

    AbstractIntegerType(String name, String widget, Set<String> properties) {
        super(name, Scalar.INTEGER, one(ColumnType.BIGINT), widget, properties);
    }

    @Override
    public Long read(JsonNode json, FieldDefinition field) throws InvalidValue {
        BigDecimal value = Numbers.decimal(json, this, "12");
        Numbers.checkRange(value, field);
        return exact(value);
    }

    /** 12.0 is the whole number 12, as in JSON Schema. */
    private Long exact(BigDecimal value) throws InvalidValue {
        BigDecimal whole = value.stripTrailingZeros();
        if (whole.scale() > 0) {
            throw wrong("12");
        }
        try {
            return whole.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new InvalidValue(
                    ProblemCode.OUT_OF_RANGE, value.signum() > 0 ? "≤ " + Long.MAX_VALUE : "≥ " + Long.MIN_VALUE);
        }
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        ObjectNode schema = Schemas.of("integer").put("format", "int64");
        Numbers.describeRange(schema, field);
        return schema;
    }
}
