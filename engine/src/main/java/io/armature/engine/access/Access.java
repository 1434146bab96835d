package io.armature.engine.access;

import io.armature.engine.current.RequestContext;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Decides what a caller may do: an administrator everything, anybody else nothing. */
@Singleton
public final class Access {

    /** @throws ProblemException when the caller may not read the entity's records */
    public void requireRead(RequestContext context, Entity entity) {
        requireAdministrator(context, "read " + entity.fullName());
    }

    /** Which records of each entity the caller may read; a caller who may read none is refused where it is asked. */
    public RowAccess rows(RequestContext context) {
        return context.user().isAdministrator()
                ? RowAccess.EVERYTHING
                : entity -> {
                    requireAdministrator(context, "read " + entity);
                    return Optional.empty();
                };
    }

    /** @throws ProblemException when the caller may not change the entity's records */
    public void requireWrite(RequestContext context, Entity entity) {
        requireAdministrator(context, "change " + entity.fullName());
    }

    /** @throws ProblemException when the caller is no administrator; {@code what} completes "You may not …" */
    public void requireAdministrator(RequestContext context, String what) {
        if (!context.user().isAdministrator()) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.FORBIDDEN, "", what, "Ask an administrator for a role that may."));
        }
    }
}
