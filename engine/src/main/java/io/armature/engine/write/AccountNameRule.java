package io.armature.engine.write;

import io.armature.engine.identity.AccountName;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/** An account has a name that looks like no other's; one that it has already may stay. */
final class AccountNameRule implements RecordRule {
    private static final String USER = "sys.user";
    private static final String NAME = "username";

    @Override
    public void check(WriteSet set, RecordState record) {
        boolean named = record.entity().fullName().equals(USER)
                && record.action() != Action.DELETE
                && (record.action().isNew() || record.changes(NAME));
        if (named && record.after(NAME) instanceof String name && !AccountName.isPlain(name)) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.INVALID_VALUE, Paths.field(record.path(), NAME), NAME, AccountName.EXAMPLE));
        }
    }
}
