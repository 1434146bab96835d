package io.armature.engine.current;

import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import java.util.List;

/** Looks at what a model's definitions mean beyond what the language knows of them: its scripts. */
@FunctionalInterface
public interface ModelCheck {

    /** Everything that is wrong. */
    List<Problem> check(Model model);
}
