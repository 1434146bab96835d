package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody with one of the roles of a transition is granted it: else nobody but administrators ever takes it. */
final class WorkflowTakers implements Check {

    private static final String ROLES = "roles";

    @Override
    public void check(Scene scene) {
        Map<String, Definition> roles = scene.model().definitions(Kind.ROLE);
        scene.each(
                WorkflowDefinition.class,
                workflow -> workflow.transitions().values().stream()
                        .filter(step -> !step.roles().isEmpty() && isKnown(roles, workflow, step))
                        .filter(step -> roles.keySet().stream().noneMatch(role -> mayTake(roles, role, workflow, step)))
                        .forEach(step -> scene.add(Problem.warning(
                                ProblemCode.TRANSITION_UNGRANTED,
                                step.origin().position(),
                                "transitions." + step.name() + "." + ROLES,
                                step.name(),
                                String.join(", ", step.roles()),
                                workflow.entity()))));
    }

    /** Roles that are not there are told of elsewhere. */
    private static boolean isKnown(Map<String, Definition> roles, WorkflowDefinition workflow, Transition step) {
        return step.roles().stream().allMatch(role -> roles.containsKey(Scene.qualify(role, workflow.origin())));
    }

    private static boolean mayTake(
            Map<String, Definition> roles, String role, WorkflowDefinition workflow, Transition step) {
        Set<String> held = new HashSet<>();
        hold(roles, role, held);
        List<String> asked = step.roles().stream()
                .map(name -> Scene.qualify(name, workflow.origin()))
                .toList();
        String entity = Scene.qualify(workflow.entity(), workflow.origin());
        return held.stream().anyMatch(asked::contains)
                && held.stream()
                        .map(roles::get)
                        .filter(RoleDefinition.class::isInstance)
                        .map(RoleDefinition.class::cast)
                        .flatMap(known -> known.grants().entrySet().stream()
                                .filter(grant -> Scene.qualify(grant.getKey(), known.origin())
                                        .equals(entity)))
                        .anyMatch(grant -> grant.getValue().transitions().contains(step.name()));
    }

    /** The role and those that it inherits. */
    private static void hold(Map<String, Definition> roles, String role, Set<String> held) {
        if (held.add(role) && roles.get(role) instanceof RoleDefinition known) {
            known.inherits().forEach(inherited -> hold(roles, Scene.qualify(inherited, known.origin()), held));
        }
    }
}
