package io.armature.engine.write;

import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.problem.Problem;
import java.util.List;

/**
 * A transition that leaves the state in which a record is.
 *
 * @param title in the caller's language, like those of the states
 * @param refusals why the caller cannot take it; a comment that he has not given yet is none
 * @param fields empty fields that it looks at or its target demands: with values for them it may be possible
 */
public record TransitionOption(
        Workflow workflow,
        Transition transition,
        String title,
        State from,
        State to,
        String toTitle,
        List<Problem> refusals,
        List<String> fields) {

    public TransitionOption {
        refusals = List.copyOf(refusals);
        fields = List.copyOf(fields);
    }
}
