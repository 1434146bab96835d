package io.armature.engine.write;

import io.armature.engine.access.Verb;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;

/**
 * A record belongs to whoever makes it. To give it to somebody else, or to take it, is a right of its own: rights that
 * depend on the owner could be had by it.
 */
final class OwnerRightsRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        if (record.given().contains(SystemFields.OWNER) && !allowed(set.rights(), record)) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.FIELD_FORBIDDEN,
                            Paths.field(record.path(), SystemFields.OWNER),
                            SystemFields.OWNER,
                            record.entity().fullName()));
        }
    }

    private static boolean allowed(Rights rights, RecordState record) {
        var rule = rights.policy().may(Verb.ASSIGN, record.entity().fullName());
        if (record.action().isNew()) {
            return Optional.ofNullable(record.after(SystemFields.OWNER))
                            .filter(rights::isCaller)
                            .isPresent()
                    || rights.holds(rule, record);
        }
        return !record.changes(SystemFields.OWNER) || rights.held(rule, record);
    }
}
