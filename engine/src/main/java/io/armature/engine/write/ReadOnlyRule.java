package io.armature.engine.write;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/** Fields that an expression makes read-only keep their value; the expression sees the record as it will be. */
final class ReadOnlyRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        if (set.options().privileged() || record.action() == Action.DELETE) {
            return;
        }
        for (EntityPlan.Rule rule : set.plan(record).readOnly()) {
            String name = rule.field().name();
            if (record.given().contains(name)
                    && record.changes(name)
                    && set.rules().holds(rule.expression(), record)) {
                set.problems()
                        .add(Problem.inValue(
                                ProblemCode.READ_ONLY,
                                Paths.field(record.path(), name),
                                name,
                                rule.expression().text()));
            }
        }
    }
}
