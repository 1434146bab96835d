package io.armature.metadata.check;

import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The graph of a workflow is sound: one beginning, every state reachable, ends where it says so. */
final class WorkflowGraphs implements Check {

    private static final String ANY = "*";

    @Override
    public void check(Scene scene) {
        scene.each(WorkflowDefinition.class, workflow -> {
            names(scene, workflow);
            List<State> initial =
                    workflow.states().values().stream().filter(State::initial).toList();
            if (initial.size() != 1) {
                scene.add(Problem.error(
                        ProblemCode.WORKFLOW_INITIAL,
                        workflow.source().keyPosition("states"),
                        "states",
                        Integer.toString(initial.size())));
            } else {
                reachable(scene, workflow, initial.getFirst().name());
            }
            ends(scene, workflow);
        });
    }

    private static void names(Scene scene, WorkflowDefinition workflow) {
        Set<String> states = workflow.states().keySet();
        for (Transition step : workflow.transitions().values()) {
            Position place = step.origin().position();
            for (String from : step.from()) {
                if (!from.equals(ANY) && !states.contains(from)) {
                    scene.unknown("state", from, states, place, "transitions." + step.name() + ".from");
                }
            }
            if (!step.to().isEmpty() && !states.contains(step.to())) {
                scene.unknown("state", step.to(), states, place, "transitions." + step.name() + ".to");
            }
        }
        workflow.migrate()
                .ifPresent(migrate -> migrate.values().stream()
                        .filter(state -> !states.contains(state))
                        .forEach(state -> scene.unknown(
                                "state", state, states, workflow.source().keyPosition("migrate"), "migrate")));
        for (WorkflowDefinition.Timer timer : workflow.timers()) {
            if (!states.contains(timer.in())) {
                scene.unknown("state", timer.in(), states, timer.origin().position(), "timers.in");
            }
            timer.transition()
                    .filter(name -> !workflow.transitions().containsKey(name))
                    .ifPresent(name -> scene.unknown(
                            "transition",
                            name,
                            workflow.transitions().keySet(),
                            timer.origin().position(),
                            "timers.do"));
        }
    }

    private static void reachable(Scene scene, WorkflowDefinition workflow, String initial) {
        Set<String> reached = new HashSet<>(Set.of(initial));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Transition step : workflow.transitions().values()) {
                boolean open = step.from().stream().anyMatch(from -> from.equals(ANY) || reached.contains(from));
                grew |= open && reached.add(step.to());
            }
        }
        for (State state : workflow.states().values()) {
            if (!reached.contains(state.name())) {
                scene.add(Problem.error(
                        ProblemCode.STATE_UNREACHABLE,
                        state.origin().position(),
                        "states." + state.name(),
                        state.name()));
            }
        }
    }

    private static void ends(Scene scene, WorkflowDefinition workflow) {
        for (State state : workflow.states().values()) {
            Optional<Transition> leaving = workflow.transitions().values().stream()
                    .filter(step ->
                            step.from().contains(state.name()) || step.from().contains(ANY))
                    .findFirst();
            String path = "states." + state.name();
            if (state.isFinal() && leaving.isPresent() && !leaving.get().from().contains(ANY)) {
                scene.add(Problem.error(
                        ProblemCode.STATE_FINAL,
                        state.origin().position(),
                        path,
                        state.name(),
                        leaving.get().name()));
            }
            if (!state.isFinal() && leaving.isEmpty()) {
                scene.add(Problem.warning(
                        ProblemCode.STATE_DEAD_END, state.origin().position(), path, state.name()));
            }
        }
    }
}
