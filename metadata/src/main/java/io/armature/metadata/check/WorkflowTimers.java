package io.armature.metadata.check;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.Timer;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A timer takes a transition that leaves the state in which it runs, and timers do not chase each other without a rest. */
final class WorkflowTimers implements Check {

    private static final String ANY = "*";

    /** Timers that come around sooner do nothing else any more. */
    private static final Duration REST = Duration.ofMinutes(1);

    @Override
    public void check(Scene scene) {
        scene.each(
                WorkflowDefinition.class,
                workflow -> workflow.timers().forEach(timer -> {
                    timer(scene, workflow, timer);
                    rest(scene, workflow, timer);
                }));
    }

    /** How soon a timer can come around: again in its state, or by way of those that lead back to it. */
    private static void rest(Scene scene, WorkflowDefinition workflow, Timer timer) {
        timer.every()
                .or(() -> around(workflow, timer, timer.in(), timer.after(), new HashSet<>()))
                .filter(time -> time.compareTo(REST) < 0)
                .ifPresent(time -> scene.add(Problem.error(
                        ProblemCode.TIMER_RESTLESS, timer.origin().position(), "timers", timer.in(), time.toString())));
    }

    /** The time from when a timer's transition is taken until timers alone have led back to its state, if they do. */
    private static Optional<Duration> around(
            WorkflowDefinition workflow, Timer timer, String home, Duration spent, Set<String> seen) {
        Optional<String> next = timer.transition()
                .flatMap(name -> Optional.ofNullable(workflow.transitions().get(name)))
                .map(Transition::to);
        if (timer.when().isPresent() || next.isEmpty() || !seen.add(next.get())) {
            return Optional.empty();
        }
        if (next.get().equals(home)) {
            return Optional.of(spent);
        }
        return workflow.timers().stream()
                .filter(other -> other.in().equals(next.get()))
                .flatMap(
                        other -> around(workflow, other, home, spent.plus(other.after()), new HashSet<>(seen)).stream())
                .min(Comparator.naturalOrder());
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
