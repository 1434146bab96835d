package io.armature.metadata.check;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a workflow has ends, one can be reached from everywhere. A state that nothing leaves is told of elsewhere. */
final class WorkflowEnds implements Check {

    private static final String ANY = "*";

    @Override
    public void check(Scene scene) {
        scene.each(WorkflowDefinition.class, workflow -> {
            Set<String> ending = workflow.states().values().stream()
                    .filter(State::isFinal)
                    .map(State::name)
                    .collect(Collectors.toSet());
            if (ending.isEmpty()) {
                return;
            }
            boolean grew = true;
            while (grew) {
                grew = workflow.transitions().values().stream()
                        .filter(step -> ending.contains(step.to()))
                        .map(step -> step.from().contains(ANY)
                                ? ending.addAll(workflow.states().keySet())
                                : ending.addAll(step.from()))
                        .reduce(false, Boolean::logicalOr);
            }
            workflow.states().values().stream()
                    .filter(state -> !ending.contains(state.name()) && left(workflow, state.name()))
                    .forEach(state -> scene.add(Problem.warning(
                            ProblemCode.STATE_WITHOUT_END,
                            state.origin().position(),
                            "states." + state.name(),
                            state.name())));
        });
    }

    private static boolean left(WorkflowDefinition workflow, String state) {
        return workflow.transitions().values().stream()
                .anyMatch(step -> step.from().contains(state) || step.from().contains(ANY));
    }
}
