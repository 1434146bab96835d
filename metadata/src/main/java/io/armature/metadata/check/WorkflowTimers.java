package io.armature.metadata.check;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.Timer;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;
import java.util.stream.Collectors;

/** A timer takes a transition that leaves the state in which it runs. */
final class WorkflowTimers implements Check {

    private static final String ANY = "*";

    @Override
    public void check(Scene scene) {
        scene.each(
                WorkflowDefinition.class,
                workflow -> workflow.timers().forEach(timer -> timer(scene, workflow, timer)));
    }

    private static void timer(Scene scene, WorkflowDefinition workflow, Timer timer) {
        Optional<Transition> step = timer.transition()
                .flatMap(name -> Optional.ofNullable(workflow.transitions().get(name)));
        if (step.isPresent()
                && workflow.states().containsKey(timer.in())
                && !leaves(workflow, step.get(), timer.in())) {
            scene.add(Problem.error(
                    ProblemCode.TIMER_NOWHERE,
                    timer.origin().position(),
                    "timers.do",
                    step.get().name(),
                    timer.in(),
                    workflow.transitions().values().stream()
                            .filter(other -> leaves(workflow, other, timer.in()))
                            .map(Transition::name)
                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean leaves(WorkflowDefinition workflow, Transition step, String state) {
        boolean goesOn = workflow.states().values().stream()
                .anyMatch(known -> known.name().equals(state) && !known.isFinal());
        return step.from().contains(state) || step.from().contains(ANY) && goesOn;
    }
}
