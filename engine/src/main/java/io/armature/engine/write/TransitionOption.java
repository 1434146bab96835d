package io.armature.engine.write;

import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A transition that leaves the state in which a record is.
 *
 * @param title in the caller's language, like those of the states
 * @param refusals why the caller cannot take it; a comment that he has not given yet is none
 * @param approvals how far those are who must agree, where somebody must
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
        List<String> fields,
        Optional<Standing> approvals) {

    /**
     * How far those are who must agree.
     *
     * @param asked who has not decided yet
     */
    public record Standing(int stage, int needed, long approved, List<Asked> asked) {
        public Standing {
            asked = List.copyOf(asked);
        }
    }

    public TransitionOption {
        refusals = List.copyOf(refusals);
        fields = List.copyOf(fields);
    }
}
