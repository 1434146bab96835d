package io.armature.engine.write;

import io.armature.engine.identity.CallerCache;
import io.armature.engine.identity.Callers;
import io.armature.engine.identity.SessionEnds;

/** Makes every node forget remembered callers when a write changes who they are, so that it holds at once. */
final class ForgetStep implements WriteStep {

    private static final String USER = "sys.user";

    private final CallerCache callers;

    ForgetStep(CallerCache callers) {
        this.callers = callers;
    }

    @Override
    public void apply(WriteSet set) {
        if (set.all().stream().anyMatch(record -> Callers.concernedBy(record.entity()))) {
            set.all().stream()
                    .filter(ForgetStep::locksOut)
                    .forEach(user ->
                            SessionEnds.ofUser(set.transaction(), set.context().tenant(), user.id()));
            callers.forget(set.transaction(), set.context().tenant());
        }
    }

    /** Another password, or none at all, ends the sessions that were begun with the old one. */
    private static boolean locksOut(RecordState record) {
        return record.entity().fullName().equals(USER)
                && !record.action().isNew()
                && record.action() != Action.DELETE
                && (record.changes("password") || Boolean.FALSE.equals(record.after("active")));
    }
}
