package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** A type whose values are exact decimals. */
abstract class AbstractDecimalType extends SimpleType {

    AbstractDecimalType(String name, String widget, Set<String> properties) {
        super(name, Scalar.DECIMAL, one(ColumnType.NUMERIC), widget, properties);
    }

    @Override
    public BigDecimal read(JsonNode json, FieldDefinition field) throws InvalidValue {
        BigDecimal value = Numbers.decimal(json, this, "12.50");
        Numbers.checkRange(value, field);
        Optional<Integer> digits = field.integer("digits");
        return digits.isPresent() ? scaled(value, digits.get()) : value;
    }

    /** Exactly so many decimal places; a number with more is refused, not rounded behind the writer's back. */
    private static BigDecimal scaled(BigDecimal value, int digits) throws InvalidValue {
        try {
            return value.setScale(digits);
        } catch (ArithmeticException tooPrecise) {
            throw new InvalidValue(ProblemCode.TOO_PRECISE, Integer.toString(digits));
        }
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        ObjectNode schema = Schemas.of("number");
        Numbers.describeRange(schema, field);
        field.integer("digits").ifPresent(digits -> schema.put("multipleOf", BigDecimal.ONE.movePointLeft(digits)));
        return schema;
    }
}
