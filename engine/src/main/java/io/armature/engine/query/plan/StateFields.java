package io.armature.engine.query.plan;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that hold in which states the records of an entity are. */
public final class StateFields {
    /** Of documents, which have a workflow that nobody wrote. */
    private static final String OF_DOCUMENTS = "document_state";

    private StateFields() {}

    public static List<Field> of(Model model, Entity entity) {
        Stream<String> written = model.definitions(Kind.WORKFLOW).values().stream()
                .filter(WorkflowDefinition.class::isInstance)
                .map(WorkflowDefinition.class::cast)
                .filter(workflow -> entity.lineage().contains(workflow.origin().fullName(workflow.entity())))
                .map(WorkflowDefinition::field);
        return Stream.concat(written, Stream.of(OF_DOCUMENTS))
                .distinct()
                .map(entity::field)
                .flatMap(Optional::stream)
                .toList();
    }
}
