package io.armature.engine.script;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;

/** A member of {@code ctx} that this engine does not have: a function that needs it is told so. */
record AbsentPort(String name) implements Port {

    @Override
    public Object open(Call call, Shown shown) {
        throw new ProblemException(Problem.inValue(ProblemCode.SCRIPT_ABSENT, "", name));
    }
}
