package io.armature.engine.write;

import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Set;

/** Entities whose records come about by themselves: nobody writes them. */
public final class EngineOnly {

    private static final Set<String> ENTITIES = Set.of(
            "sys.approval",
            "sys.audit",
            "sys.error",
            "sys.file",
            "sys.hook_cost",
            "sys.notification",
            // Packs come, go and rest by plans: a row taken away here would leave their tables without anybody who
            // knows of them.
            "sys.pack",
            "sys.script_failure",
            "sys.script_log",
            "sys.transition");

    /** Those of work in the background and of what other systems are told. */
    private static final Set<String> OF_WORK = Set.of("sys.job", "sys.run", "sys.delivery");

    private EngineOnly() {}

    /** @throws ProblemException when the entity's records cannot be written */
    static void refuse(Entity entity) {
        if (keeps(entity)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.METHOD_NOT_ALLOWED, "", "Writing " + entity.fullName(), "GET"));
        }
    }

    /** Whether the engine alone writes an entity's records. */
    public static boolean keeps(Entity entity) {
        boolean tableless = entity.shape() == Shape.VIRTUAL || entity.shape() == Shape.ABSTRACT;
        return tableless || ENTITIES.contains(entity.fullName()) || OF_WORK.contains(entity.fullName());
    }
}
