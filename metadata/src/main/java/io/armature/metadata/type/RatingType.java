package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import java.util.Set;

/** Stars: a whole number from 0 to {@code max}, which is 5 unless given. */
final class RatingType extends AbstractIntegerType {

    private static final long DEFAULT_MAXIMUM = 5;

    RatingType() {
        super("rating", "rating", Set.of("max"));
    }

    @Override
    public Long read(JsonNode json, FieldDefinition field) throws InvalidValue {
        Long stars = super.read(json, field);
        if (stars < 0 || stars > maximum(field)) {
            throw new InvalidValue(ProblemCode.OUT_OF_RANGE, "0–" + maximum(field));
        }
        return stars;
    }

    private static long maximum(FieldDefinition field) {
        return field.integer("max").map(Integer::longValue).orElse(DEFAULT_MAXIMUM);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return super.schema(field).put("minimum", 0).put("maximum", maximum(field));
    }
}
