package io.armature.engine.write;

import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/** Asks of each transition what the write path would ask, and writes nothing. */
final class TransitionOptions {

    private final WriteSet set;

    private final Uuids ids;

    TransitionOptions(WriteSet set, Uuids ids) {
        this.set = set;
        this.ids = ids;
    }

    Optional<List<TransitionOption>> of(Entity entity, UUID id) {
        Stored stored = set.loader().byId(entity, List.of(id), Lock.NONE).get(id);
        boolean there = stored != null
                && !stored.values().containsKey(SystemFields.DELETED_AT)
                && (set.rights().all()
                        || !set.rights().readable(entity, List.of(stored)).isEmpty());
        if (stored == null || !there) {
            return Optional.empty();
        }
        Change change = new Change.Update(entity, "", id, Optional.empty(), false, Content.EMPTY);
        RecordState record = new RecordState(change, Action.UPDATE, id, Optional.empty(), stored.values());
        set.add(record);
        List<TransitionOption> options = new ArrayList<>();
        for (Workflow workflow : set.workflows(record)) {
            boolean open = set.plans()
                    .workflows()
                    .fork(entity, workflow)
                    .filter(fork -> !fork.workflow()
                            .state(record.before(fork.workflow().holder()))
                            .equals(fork.state()))
                    .isEmpty();
            if (open && (set.rights().all() || set.rights().saw(record, workflow.holder()))) {
                TransitionGate gate = new TransitionGate(set, record, workflow);
                workflow.from(gate.state())
                        .forEach(transition -> options.add(option(record, workflow, transition, gate)));
            }
        }
        return Optional.of(options);
    }

    private TransitionOption option(RecordState record, Workflow workflow, Transition transition, TransitionGate gate) {
        State to = workflow.target(transition);
        Workflows workflows = set.plans().workflows();
        Locale locale = set.context().locale();
        Optional<ApprovalVote> vote =
                transition.approval().map(_ -> new ApprovalVote(set, record, workflow, transition, ids));
        return new TransitionOption(
                workflow,
                transition,
                workflows.text(workflow, locale, transition.title()),
                gate.state(),
                to,
                workflows.text(workflow, locale, to.title()),
                vote.map(asked -> refusals(asked, gate, transition))
                        .orElseGet(() -> gate.refusals(transition, Optional.of("…"))),
                fields(record, workflow, transition, to),
                vote.map(TransitionOptions::standing));
    }

    private static List<Problem> refusals(ApprovalVote vote, TransitionGate gate, Transition transition) {
        return vote.refusal(gate).map(List::of).orElseGet(() -> gate.conditions(transition, Optional.of("…")));
    }

    private static TransitionOption.Standing standing(ApprovalVote vote) {
        int stage = vote.stage();
        return new TransitionOption.Standing(stage, vote.needed(stage), vote.approved(stage), vote.open());
    }

    private List<String> fields(RecordState record, Workflow workflow, Transition transition, State to) {
        SequencedSet<String> names = new LinkedHashSet<>();
        Set<String> needs = transition
                .guard()
                .map(guard -> Dependencies.of(set.model(), guard))
                .orElse(Set.of());
        for (Field field : record.entity().fields().values()) {
            String name = field.name();
            boolean asked = to.required().contains(name)
                    || needs.contains(name) && !transition.set().containsKey(name);
            boolean open = !field.system()
                    && !field.computed()
                    && !field.readOnly()
                    && !field.columns().isEmpty()
                    && !name.equals(workflow.holder())
                    && RequiredRule.missing(record, field);
            if (asked && open && !gateCloses(record, field) && set.rights().maySet(record, name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private boolean gateCloses(RecordState record, Field field) {
        return set.workflows(record).stream()
                .anyMatch(workflow ->
                        workflow.state(record.before(workflow.holder())).freezes(field));
    }
}
