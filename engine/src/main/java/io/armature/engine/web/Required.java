package io.armature.engine.web;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a body cannot do without. */
final class Required {

    private Required() {}

    /** @throws ProblemException when it is missing or blank */
    static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, name, name));
        }
        return value;
    }
}
