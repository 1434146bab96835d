package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The branches of a state are workflows of the same entity that can end, and what joins them leaves the state. */
final class WorkflowBranches implements Check {

    @Override
    public void check(Scene scene) {
        Map<String, String> parents = new HashMap<>();
        scene.each(
                WorkflowDefinition.class,
                workflow -> workflow.states().values().forEach(state -> {
                    state.branches().forEach(branch -> branch(scene, workflow, state, branch, parents));
                    join(scene, workflow, state);
                    state.branches().stream()
                            .filter(branch -> leads(scene, workflow, branch, new HashSet<>()))
                            .forEach(branch -> scene.add(Problem.error(
                                    ProblemCode.BRANCH_UNFIT,
                                    state.origin().position(),
                                    "states." + state.name() + ".branches",
                                    branch,
                                    workflow.name() + "." + state.name(),
                                    "it waits for a branch that waits for it")));
                }));
    }

    /** Whether a branch, or one of its branches, has the workflow as a branch. */
    private static boolean leads(Scene scene, WorkflowDefinition to, String branch, Set<String> seen) {
        String name = Scene.qualify(branch, to.origin());
        if (!seen.add(name)
                || !(scene.model().definitions(Kind.WORKFLOW).get(name) instanceof WorkflowDefinition found)) {
            return false;
        }
        return found.states().values().stream()
                .flatMap(state -> state.branches().stream())
                .map(next -> Scene.qualify(next, found.origin()))
                .anyMatch(next -> next.equals(Scene.qualify(to.name(), to.origin())) || leads(scene, to, next, seen));
    }

    private static void branch(
            Scene scene, WorkflowDefinition workflow, State state, String written, Map<String, String> parents) {
        String name = Scene.qualify(written, workflow.origin());
        Definition found = scene.model().definitions(Kind.WORKFLOW).get(name);
        Optional<String> unfit = found instanceof WorkflowDefinition branch
                ? unfit(workflow, branch)
                : Optional.of("there is no such workflow");
        String place = workflow.name() + "." + state.name();
        String before = parents.putIfAbsent(name, place);
        unfit.or(() -> Optional.ofNullable(before).map(other -> "it is one of " + other))
                .ifPresent(why -> scene.add(Problem.error(
                        ProblemCode.BRANCH_UNFIT,
                        state.origin().position(),
                        "states." + state.name() + ".branches",
                        written,
                        place,
                        why)));
    }

    private static Optional<String> unfit(WorkflowDefinition workflow, WorkflowDefinition branch) {
        String entity = Scene.qualify(workflow.entity(), workflow.origin());
        if (!Scene.qualify(branch.entity(), branch.origin()).equals(entity)) {
            return Optional.of("it is of " + branch.entity());
        }
        if (branch.field().equals(workflow.field())) {
            return Optional.of("it keeps its state in the same field");
        }
        boolean ends = branch.states().values().stream().anyMatch(State::isFinal);
        return ends ? Optional.empty() : Optional.of("it has no final state");
    }

    private static void join(Scene scene, WorkflowDefinition workflow, State state) {
        Set<String> leaving = workflow.transitions().values().stream()
                .filter(step ->
                        step.from().contains(state.name()) || step.from().contains("*"))
                .map(step -> step.name())
                .collect(Collectors.toSet());
        state.join().stream()
                .filter(name -> !leaving.contains(name))
                .forEach(name -> scene.unknown(
                        "transition", name, leaving, state.origin().position(), "states." + state.name() + ".join"));
    }
}
