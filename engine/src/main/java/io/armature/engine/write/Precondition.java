package io.armature.engine.write;

import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;

/** What must hold of a stored record so that a change can be made to it. */
final class Precondition {

    private Precondition() {}

    static Optional<Problem> check(Change change, Stored stored) {
        boolean deleted = stored.values().containsKey(SystemFields.DELETED_AT);
        return switch (change) {
            case Change.Create create -> deleted(change, deleted);
            case Change.Update update -> deleted(change, deleted).or(() -> version(change, update.version(), stored));
            case Change.Transition step -> deleted(change, deleted).or(() -> version(change, step.version(), stored));
            case Change.Delete delete -> deleted(change, deleted).or(() -> version(change, delete.version(), stored));
            case Change.Restore restore -> version(change, restore.version(), stored);
        };
    }

    private static Optional<Problem> deleted(Change change, boolean deleted) {
        return deleted ? Optional.of(Problem.inValue(ProblemCode.DELETED, change.path())) : Optional.empty();
    }

    private static Optional<Problem> version(Change change, Optional<Long> wanted, Stored stored) {
        Object version = stored.values().get(SystemFields.VERSION);
        return wanted.filter(expected -> !expected.equals(version))
                .map(expected -> Problem.inValue(ProblemCode.VERSION_CONFLICT, change.path(), String.valueOf(version)));
    }
}
