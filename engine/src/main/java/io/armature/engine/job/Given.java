package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;

/** Reads what a job says under {@code with}. */
final class Given {

    private Given() {}

    /** @throws ProblemException when it is missing */
    static String text(JsonNode with, String name) {
        String text = with.path(name).asText("");
        if (text.isBlank()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "with." + name, name));
        }
        return text;
    }

    /** The name of a definition, with the job's pack where none is said. */
    static String qualified(String name, String pack) {
        return Origin.fullName(name, pack);
    }

    /** @throws ProblemException when there is none of that name */
    static Entity entity(RequestContext context, JsonNode with, String pack) {
        String name = qualified(text(with, "entity"), pack);
        return context.model()
                .entity(name)
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "with.entity", name, "")));
    }
}
