package io.armature.engine.write;

import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.Lasting;
import io.armature.engine.access.Rule;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/**
 * What gives access is written by whoever has the right to by himself, whatever was lent to him and whatever else he may do.
 * Asked also of those who may do everything, for they may have it from others.
 */
final class GuardedRule implements RecordRule {
    private static final String ADVICE = "It gives access that lasts: ask somebody who has the right by himself.";

    private final OwnerRightsRule owner = new OwnerRightsRule();

    @Override
    public void check(WriteSet set, RecordState record) {
        AccessPolicy policy = set.rights().policy();
        if (set.options().privileged() || !Lasting.is(record.entity())) {
            return;
        }
        boolean himself = set.context().user().standing().impersonator().isEmpty();
        if (himself && policy.administers()) {
            return;
        }
        owner.check(set, record);
        boolean lasts = Lasting.is(RightsStep.verb(record.action()), record.entity());
        if (lasts && !himself || !may(set.rights(), record)) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.RECORD_FORBIDDEN,
                            record.path(),
                            record.action().word(),
                            record.entity().fullName(),
                            ADVICE));
            return;
        }
        record.entity().fields().keySet().stream()
                .filter(field -> Lasting.is(record.entity(), field) && record.changes(field))
                .forEach(field -> set.problems()
                        .add(Problem.inValue(
                                ProblemCode.FIELD_FORBIDDEN,
                                Paths.field(record.path(), field),
                                field,
                                record.entity().fullName())));
    }

    private static boolean may(Rights rights, RecordState record) {
        Rule rule = rights.policy()
                .may(RightsStep.verb(record.action()), record.entity().fullName());
        return (record.action().isNew() || rights.held(rule, record))
                && (!RightsStep.changes(record) || rights.holds(rule, record));
    }
}
