package io.armature.engine.workflow;

import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What documents have without anybody writing it: a draft is submitted, a submitted document is frozen but for the fields
 * that stay open, and cancelled; of a cancelled one a new draft is made. Where a pack's workflow says what documents are in
 * its states, its transitions submit and cancel, and none of these.
 */
public final class DocumentWorkflow {

    public static final String FIELD = "document_state";
    public static final String SUBMITTED = "submitted";
    public static final String AMENDED_FROM = "amended_from";

    private static final String DRAFT = "draft";
    private static final String CANCELLED = "cancelled";
    private static final String NAME = "document";

    private DocumentWorkflow() {}

    /**
     * @param own the workflows that packs give the entity
     * @return nothing for entities that are no documents, and where a pack's workflow keeps its state in the same field
     */
    static Optional<Workflow> of(Entity entity, List<Workflow> own) {
        boolean taken = own.stream().anyMatch(workflow -> workflow.holder().equals(FIELD));
        return entity.field(FIELD)
                .filter(field -> entity.shape() == Shape.DOCUMENT && !taken)
                .map(field -> make(entity, field, own.stream().anyMatch(DocumentWorkflow::decides)));
    }

    /** Whether a workflow says what documents are in its states. */
    private static boolean decides(Workflow workflow) {
        return workflow.states().values().stream()
                .anyMatch(state -> state.document().isPresent());
    }

    /** Whether it is the built-in one. */
    public static boolean is(Workflow workflow) {
        return workflow.holder().equals(FIELD) && workflow.name().endsWith("." + NAME);
    }

    private static Workflow make(Entity entity, Field field, boolean decided) {
        Set<String> open = entity.fields().values().stream()
                .filter(any -> any.definition()
                        .text("afterSubmit")
                        .filter("editable"::equals)
                        .isPresent())
                .map(Field::name)
                .collect(Collectors.toSet());
        SequencedMap<String, State> states = new LinkedHashMap<>();
        states.put(DRAFT, state(DRAFT, "Draft", false, Set.of()));
        states.put(SUBMITTED, state(SUBMITTED, "Submitted", true, open));
        states.put(CANCELLED, state(CANCELLED, "Cancelled", true, Set.of()));
        SequencedMap<String, Transition> transitions = new LinkedHashMap<>();
        if (!decided) {
            add(transitions, entity, "submit", "Submit", DRAFT, SUBMITTED);
            add(transitions, entity, "cancel", "Cancel", SUBMITTED, CANCELLED);
        }
        add(transitions, entity, "amend", "Amend", CANCELLED, DRAFT);
        return new Workflow(
                entity.fullName() + "." + NAME,
                "sys",
                entity,
                field,
                states,
                transitions,
                List.of(),
                1,
                states.firstEntry().getValue());
    }

    private static State state(String name, String title, boolean frozen, Set<String> open) {
        return new State(
                name,
                title,
                Optional.empty(),
                name.equals(CANCELLED),
                frozen,
                Set.of(),
                open,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static void add(
            SequencedMap<String, Transition> transitions,
            Entity entity,
            String name,
            String title,
            String from,
            String to) {
        transitions.put(name, transition(entity.origin(), name, title, from, to));
    }

    private static Transition transition(Origin origin, String name, String title, String from, String to) {
        WorkflowDefinition.Transition definition = new WorkflowDefinition.Transition(
                name,
                Optional.of(title),
                List.of(from),
                to,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                new LinkedHashMap<>(),
                origin);
        return new Transition(
                name,
                title,
                Set.of(from),
                to,
                List.of(),
                Optional.empty(),
                "",
                new LinkedHashMap<>(),
                Optional.empty(),
                name.equals("amend"),
                definition);
    }
}
