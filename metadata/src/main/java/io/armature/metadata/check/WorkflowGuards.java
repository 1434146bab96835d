package io.armature.metadata.check;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.definition.WorkflowDefinition.Timer;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A condition of a transition can hold, and one of a timer: it does not contradict itself, and does not want a state that the
 * transition does not leave, or the timer does not run in. What it finds is certain; not all is found.
 */
final class WorkflowGuards implements Check {

    private static final String ANY = "*";

    @Override
    public void check(Scene scene) {
        scene.each(
                WorkflowDefinition.class,
                workflow -> scene.model()
                        .entity(Scene.qualify(workflow.entity(), workflow.origin()))
                        .ifPresent(entity -> {
                            workflow.transitions()
                                    .values()
                                    .forEach(step -> transition(new Place(scene, workflow, entity), step));
                            workflow.timers().forEach(timer -> timer(new Place(scene, workflow, entity), timer));
                        }));
    }

    /** Where conditions are looked at. */
    private record Place(Scene scene, WorkflowDefinition workflow, Entity entity) {

        /** Tells of a condition that never holds in some states; whether it was one. */
        boolean look(Optional<String> when, Set<String> states, Position position, String path, String what) {
            boolean never = when.flatMap(this::tree)
                    .filter(tree -> Contradictions.never(tree, Map.of(workflow.field(), states)))
                    .isPresent();
            if (never) {
                scene.add(Problem.error(
                        ProblemCode.GUARD_NEVER,
                        position,
                        path,
                        when.orElseThrow(),
                        what,
                        String.join(", ", new TreeSet<>(states))));
            }
            return never;
        }

        private Optional<Ir> tree(String when) {
            return new ExpressionCompiler()
                    .compile(when, entity.fullName(), scene.model(), Optional.of(Scalar.BOOLEAN))
                    .result()
                    .map(expression -> expression.tree());
        }
    }

    private static void transition(Place place, Transition step) {
        place.look(
                step.when(),
                left(place.workflow(), step),
                step.origin().position(),
                "transitions." + step.name() + ".when",
                step.name());
    }

    /** Its own condition, and that of the transition that it takes from its state. */
    private static void timer(Place place, Timer timer) {
        Set<String> state = Set.of(timer.in());
        Position position = timer.origin().position();
        if (!place.look(
                timer.when(), state, position, "timers.when", timer.name().orElse("timer"))) {
            timer.transition()
                    .flatMap(name ->
                            Optional.ofNullable(place.workflow().transitions().get(name)))
                    .filter(step -> left(place.workflow(), step).contains(timer.in()))
                    .ifPresent(step -> place.look(step.when(), state, position, "timers.do", step.name()));
        }
    }

    private static Set<String> left(WorkflowDefinition workflow, Transition step) {
        return step.from().contains(ANY)
                ? workflow.states().values().stream()
                        .filter(state -> !state.isFinal())
                        .map(State::name)
                        .collect(Collectors.toSet())
                : Set.copyOf(step.from());
    }
}
