package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers from JSON numbers and numeric texts, exact and of sane size. */
final class Numbers {

    /** More digits than money, weights or particles need; few enough that no arithmetic on them takes long. */
    static final int MAXIMUM_DIGITS = 100;

    private static final int LONGEST_TEXT = 2 * MAXIMUM_DIGITS + 20;

    private Numbers() {}

    static BigDecimal decimal(JsonNode json, SimpleType type, String example) throws InvalidValue {
        BigDecimal value;
        try {
            value = switch (json.getNodeType()) {
                case NUMBER -> json.decimalValue();
                case STRING -> parse(json.textValue().strip(), type, example);
                case ARRAY, BINARY, BOOLEAN, MISSING, NULL, OBJECT, POJO -> throw type.wrong(example);
            };
        } catch (NumberFormatException notANumber) {
            throw type.wrong(example);
        }
        return bounded(value);
    }

    private static BigDecimal parse(String text, SimpleType type, String example) throws InvalidValue {
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> c > 127)) {
            throw type.wrong(example);
        }
        return new BigDecimal(text);
    }

    /** Refuses numbers like 1e999999999 before anything is computed with them. */
    static BigDecimal bounded(BigDecimal value) throws InvalidValue {
        if (value.signum() == 0) {
            return value.scale() < 0 || value.scale() > MAXIMUM_DIGITS ? BigDecimal.ZERO : value;
        }
        if ((long) value.precision() - value.scale() > MAXIMUM_DIGITS) {
            throw new InvalidValue(ProblemCode.OUT_OF_RANGE, (value.signum() > 0 ? "< 1e" : "> -1e") + MAXIMUM_DIGITS);
        }
        if (value.scale() > MAXIMUM_DIGITS) {
            throw new InvalidValue(ProblemCode.TOO_PRECISE, Integer.toString(MAXIMUM_DIGITS));
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Refuses numbers outside the field's {@code min} and {@code max}. */
    static void checkRange(BigDecimal value, FieldDefinition field) throws InvalidValue {
        Optional<BigDecimal> minimum = field.number("min");
        if (minimum.isPresent() && value.compareTo(minimum.get()) < 0) {
            throw new InvalidValue(
                    ProblemCode.OUT_OF_RANGE, "≥ " + minimum.get().toPlainString());
        }
        Optional<BigDecimal> maximum = field.number("max");
        if (maximum.isPresent() && value.compareTo(maximum.get()) > 0) {
            throw new InvalidValue(
                    ProblemCode.OUT_OF_RANGE, "≤ " + maximum.get().toPlainString());
        }
    }

    static void describeRange(ObjectNode schema, FieldDefinition field) {
        field.number("min").ifPresent(minimum -> schema.put("minimum", minimum));
        field.number("max").ifPresent(maximum -> schema.put("maximum", maximum));
    }
}
