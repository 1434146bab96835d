package io.armature.engine.write;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/** No more records change than the caller allows. */
final class LimitStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        if (set.options().maximum().isPresent()) {
            long maximum = set.options().maximum().getAsLong();
            long changes = set.all().stream().filter(Changes::dirty).count();
            if (changes > maximum) {
                set.problems()
                        .add(Problem.inValue(
                                ProblemCode.TOO_MANY_AFFECTED, "", Long.toString(changes), Long.toString(maximum)));
            }
        }
    }
}
