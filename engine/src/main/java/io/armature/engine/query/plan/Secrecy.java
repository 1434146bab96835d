package io.armature.engine.query.plan;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Set;

/** Fields that are written and never read. */
public final class Secrecy {
    private static final Set<String> NEVER_READ = Set.of("secret", "password");

    private Secrecy() {}

    public static boolean readable(Field field) {
        return !NEVER_READ.contains(field.type().name());
    }

    static Problem refusal(String parameter, Entity entity, Field field) {
        return Problem.inValue(ProblemCode.WRITE_ONLY, parameter, field.name(), entity.fullName());
    }
}
