package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;

/**
 * Which required fields a new record lacks that nothing else can fill. A request with other faults is told of them too,
 * so that it need not be sent once more to hear it; one without goes on to {@link RequiredRule}, which knows all.
 */
final class MissingFields {

    private MissingFields() {}

    static List<Problem> of(Entity entity, ObjectNode json, String path) {
        return entity.fields().values().stream()
                .filter(field -> mustBeGiven(entity, field) && !json.has(field.name()))
                .map(field -> Problem.inValue(ProblemCode.REQUIRED, Paths.field(path, field.name()), field.name()))
                .toList();
    }

    private static boolean mustBeGiven(Entity entity, Field field) {
        return field.required()
                && !field.system()
                && !field.computed()
                && !(field.relation().orElse(null) instanceof Relation.Inverse)
                && field.rules().defaultValue().isEmpty()
                && field.definition().property("copy").isEmpty()
                && entity.number()
                        .filter(number -> number.field().equals(field.name()))
                        .isEmpty();
    }
}
