package io.armature.engine.write;

import io.armature.metadata.model.Constraint;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/** The checks of the entity are not false. */
final class CheckConstraintRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        if (record.action() == Action.DELETE) {
            return;
        }
        for (EntityPlan.CheckRule rule : set.plan(record).checks()) {
            Constraint.Check check = rule.check();
            if (Rules.concerned(record, rule.needs()) && set.rules().fails(check.expression(), record)) {
                set.problems()
                        .add(Problem.inValue(
                                ProblemCode.CONSTRAINT_VIOLATED,
                                record.path(),
                                check.message().isEmpty() ? check.expression().text() : check.message(),
                                check.expression().text()));
            }
        }
    }
}
