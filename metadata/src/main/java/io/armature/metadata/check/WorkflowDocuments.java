package io.armature.metadata.check;

import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.definition.WorkflowDefinition.State;
import io.armature.metadata.definition.WorkflowDefinition.Transition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Where states say what a document is in them, the entity is a document, and no transition takes it back. */
final class WorkflowDocuments implements Check {

    private static final List<String> ORDER = List.of("draft", "submitted", "cancelled");

    @Override
    public void check(Scene scene) {
        scene.each(WorkflowDefinition.class, workflow -> {
            Optional<Entity> entity = scene.model().entity(Scene.qualify(workflow.entity(), workflow.origin()));
            workflow.states().values().stream()
                    .filter(state -> state.document().isPresent())
                    .filter(state -> entity.filter(found -> found.shape() != Shape.DOCUMENT)
                            .isPresent())
                    .forEach(state -> scene.add(Problem.error(
                            ProblemCode.NOT_FOR_THIS_TYPE,
                            state.origin().position(),
                            "states." + state.name() + ".document",
                            "document",
                            workflow.entity())));
            workflow.transitions().values().forEach(step -> backwards(scene, workflow, step));
        });
    }

    private static void backwards(Scene scene, WorkflowDefinition workflow, Transition step) {
        Optional<String> to = document(workflow, step.to());
        for (String from : step.from()) {
            Optional<String> left = document(workflow, from);
            if (to.isPresent() && left.isPresent() && ORDER.indexOf(to.get()) < ORDER.indexOf(left.get())) {
                scene.add(Problem.error(
                        ProblemCode.DOCUMENT_BACKWARDS,
                        step.origin().position(),
                        "transitions." + step.name(),
                        step.name(),
                        left.get(),
                        to.get()));
            }
        }
    }

    private static Optional<String> document(WorkflowDefinition workflow, String state) {
        return Optional.ofNullable(workflow.states().get(state)).flatMap(State::document);
    }
}
