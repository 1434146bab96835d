package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;

/** Workflows of one record have fields and transitions of their own. */
final class WorkflowTwins implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(WorkflowDefinition.class, workflow -> {
            for (Definition definition :
                    scene.model().definitions(Kind.WORKFLOW).values()) {
                if (definition instanceof WorkflowDefinition other
                        && name(other).compareTo(name(workflow)) > 0
                        && related(scene, workflow, other)) {
                    compare(scene, workflow, other);
                }
            }
        });
    }

    private static void compare(Scene scene, WorkflowDefinition workflow, WorkflowDefinition other) {
        if (workflow.field().equals(other.field())) {
            scene.add(Problem.error(
                    ProblemCode.STATE_FIELD_TWICE,
                    Scene.at(workflow, "field"),
                    "field",
                    name(other),
                    name(workflow),
                    workflow.field(),
                    workflow.entity()));
        }
        workflow.transitions().values().stream()
                .filter(step -> other.transitions().containsKey(step.name()))
                .forEach(step -> scene.add(Problem.error(
                        ProblemCode.TRANSITION_TWICE,
                        step.origin().position(),
                        "transitions." + step.name(),
                        workflow.entity(),
                        step.name(),
                        name(other),
                        name(workflow))));
    }

    /** Whether some record has both. */
    private static boolean related(Scene scene, WorkflowDefinition workflow, WorkflowDefinition other) {
        Optional<Entity> one = entity(scene, workflow);
        Optional<Entity> two = entity(scene, other);
        return one.isPresent()
                && two.isPresent()
                && (one.get().lineage().contains(two.get().fullName())
                        || two.get().lineage().contains(one.get().fullName()));
    }

    private static Optional<Entity> entity(Scene scene, WorkflowDefinition workflow) {
        return scene.model().entity(Scene.qualify(workflow.entity(), workflow.origin()));
    }

    private static String name(WorkflowDefinition workflow) {
        return workflow.origin().pack() + "." + workflow.name();
    }
}
