package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;

/** Finds the entity that an address names. */
final class EntityPaths {
    private EntityPaths() {}

    /** @throws ProblemException when the tenant's model has no such entity */
    static Entity require(RequestContext context, String pack, String entity) {
        String name = pack + "." + entity;
        return context.model()
                .entity(name)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.NOT_FOUND,
                        "",
                        "/api/" + pack + "/" + entity,
                        Suggestion.question(name, context.model().entities().keySet()))));
    }
}
