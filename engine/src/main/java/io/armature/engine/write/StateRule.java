package io.armature.engine.write;

import io.armature.engine.workflow.DocumentWorkflow;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;

/** The state of a record changes by transitions alone, and holds fast what it freezes and demands. */
final class StateRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        List<Workflow> workflows = set.workflows(record);
        if (record.action() == Action.DELETE && !set.options().privileged()) {
            kept(set, record, workflows);
        }
        if (workflows.isEmpty()
                || record.action() == Action.DELETE
                || record.action() == Action.RESTORE
                || set.options().privileged() && record.moves().isEmpty()) {
            return;
        }
        for (Workflow workflow : workflows) {
            boolean moved =
                    record.moves().stream().anyMatch(move -> move.workflow().equals(workflow));
            if (!moved && !record.opened().contains(workflow)) {
                StateStep.direct(record, workflow).ifPresent(set.problems()::add);
            }
            State before = workflow.state(record.before(workflow.holder()));
            if (record.action() == Action.UPDATE && before.freezesAnything()) {
                frozen(set, record, workflow, before);
            }
            required(set, record, workflow.state(record.after(workflow.holder())));
        }
    }

    /** A submitted document is cancelled before it goes. */
    private static void kept(WriteSet set, RecordState record, List<Workflow> workflows) {
        boolean submitted = workflows.stream()
                .anyMatch(workflow -> DocumentWorkflow.is(workflow)
                        && DocumentWorkflow.SUBMITTED.equals(record.before(workflow.holder())));
        if (submitted) {
            set.problems().add(Problem.inValue(ProblemCode.DOCUMENT_KEPT, record.path()));
        }
    }

    /** With a transition only what the request names counts: what the transition itself writes is its own. */
    private static void frozen(WriteSet set, RecordState record, Workflow workflow, State state) {
        boolean step = record.change() instanceof Change.Transition;
        for (Field field : record.entity().fields().values()) {
            boolean counts = state.freezes(field)
                    && !field.name().equals(workflow.holder())
                    && (!step || record.given().contains(field.name()) || isLines(field));
            if (counts && touches(record, field)) {
                set.problems()
                        .add(Problem.inValue(
                                ProblemCode.STATE_READ_ONLY,
                                Paths.field(record.path(), field.name()),
                                field.name(),
                                set.plans()
                                        .workflows()
                                        .text(workflow, set.context().locale(), state.title())));
            }
        }
    }

    private static boolean isLines(Field field) {
        return field.relation().orElse(null) instanceof Relation.Lines;
    }

    private static boolean touches(RecordState record, Field field) {
        return switch (field.relation().orElse(null)) {
            case Relation.Lines _ ->
                record.lines().getOrDefault(field.name(), List.of()).stream().anyMatch(Changes::dirty);
            case Relation.Links _ -> record.linksAfter().containsKey(field.name()) && record.changesLinks(field.name());
            case Relation.Inverse _ -> false;
            case Relation.Link _ -> record.changes(field.name());
            case null ->
                record.changes(field.name()) || field.translated() && record.changes(Layout.translations(field));
        };
    }

    private static void required(WriteSet set, RecordState record, State state) {
        for (String name : state.required()) {
            String path = Paths.field(record.path(), name);
            boolean missing = record.entity()
                    .field(name)
                    .filter(field -> RequiredRule.missing(record, field))
                    .isPresent();
            if (missing && !set.problems().hasErrorAt(path)) {
                set.problems().add(Problem.inValue(ProblemCode.REQUIRED, path, name));
            }
        }
    }
}
