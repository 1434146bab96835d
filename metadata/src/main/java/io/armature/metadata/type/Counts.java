package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;

/** How many values a field of several may have: {@code min}, {@code max}. */
final class Counts {

    /** What one request may hold for one field. */
    static final int MAXIMUM = 10_000;

    private Counts() {}

    static void checkWithin(int count, FieldDefinition field) throws InvalidValue {
        int minimum = field.integer("min").orElse(0);
        if (count < minimum) {
            throw new InvalidValue(ProblemCode.WRONG_COUNT, "≥ " + minimum);
        }
        int maximum = Math.min(MAXIMUM, field.integer("max").orElse(MAXIMUM));
        if (count > maximum) {
            throw new InvalidValue(ProblemCode.WRONG_COUNT, "≤ " + maximum);
        }
    }

    static void describe(ObjectNode schema, FieldDefinition field) {
        field.integer("min").ifPresent(minimum -> schema.put("minItems", minimum));
        field.integer("max").ifPresent(maximum -> schema.put("maxItems", maximum));
    }
}
