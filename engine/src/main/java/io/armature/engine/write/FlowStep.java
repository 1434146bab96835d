package io.armature.engine.write;

import io.armature.engine.db.SqlValue;
import io.armature.engine.due.DueBook;
import io.armature.engine.workflow.ApprovalStore;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.FlowStore;
import io.armature.engine.workflow.Move;
import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Timer;
import io.armature.engine.workflow.TimerStore;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Notes where records stand in their workflows and the transitions that brought them there, and sets their timers. */
final class FlowStep implements WriteStep {

    private final Uuids ids;

    FlowStep(Uuids ids) {
        this.ids = ids;
    }

    @Override
    public void apply(WriteSet set) {
        Notes notes = new Notes(set);
        for (RecordState record : set.all()) {
            for (Workflow workflow : set.workflows(record)) {
                note(notes, record, workflow);
            }
        }
        notes.finish();
    }

    private void note(Notes notes, RecordState record, Workflow workflow) {
        switch (record.action()) {
            case CREATE, EXTEND -> {
                if (StateStep.begins(record, workflow) && record.has(workflow.holder())) {
                    notes.begins(record, workflow);
                }
            }
            case UPDATE -> notes.changes(record, workflow);
            case DELETE -> notes.ends(record, workflow);
            case RESTORE -> notes.returns(record, workflow);
        }
    }

    /** What one write notes. */
    private final class Notes {

        private final WriteSet set;
        private final UUID actor;
        private final List<UUID> gone = new ArrayList<>();
        private final List<UUID> still = new ArrayList<>();
        private Optional<Instant> earliest = Optional.empty();

        Notes(WriteSet set) {
            this.set = set;
            this.actor = set.context().user().id();
        }

        void begins(RecordState record, Workflow workflow) {
            State state = workflow.state(record.after(workflow.holder()));
            set.flush().insert(FlowStore.TABLE, FlowStore.begun(record.id(), workflow, state, set.now(), actor));
            arm(record, workflow, state);
            ask(record, workflow, state);
        }

        void changes(RecordState record, Workflow workflow) {
            if (record.opened().contains(workflow)) {
                enters(record, workflow, workflow.initial());
            }
            for (Move move : record.moves()) {
                if (move.workflow().equals(workflow)) {
                    moves(record, move);
                }
            }
        }

        private void moves(RecordState record, Move move) {
            Workflow workflow = move.workflow();
            State state = workflow.target(move.transition());
            set.flush()
                    .insert(FlowStore.HISTORY, FlowStore.row(ids.next(set.now()), record.id(), move, set.now(), actor));
            for (Workflow branch : set.plans().workflows().branches(record.entity(), move.from())) {
                set.flush().before(TimerStore.disarm(set.schema(), record.id(), branch));
                set.flush().before(ApprovalStore.close(set.schema(), List.of(record.id()), branch.name()));
            }
            enters(record, workflow, state);
        }

        private void enters(RecordState record, Workflow workflow, State state) {
            set.flush().before(FlowStore.stands(set.schema(), record.id(), workflow, state, set.now(), actor));
            if (!workflow.timers().isEmpty()) {
                set.flush().before(TimerStore.disarm(set.schema(), record.id(), workflow));
                arm(record, workflow, state);
            }
            if (asks(workflow)) {
                set.flush().before(ApprovalStore.close(set.schema(), List.of(record.id()), workflow.name()));
                ask(record, workflow, state);
            }
        }

        private boolean asks(Workflow workflow) {
            return workflow.transitions().values().stream()
                    .anyMatch(transition -> transition.approval().isPresent());
        }

        private void ask(RecordState record, Workflow workflow, State state) {
            for (Transition transition : workflow.from(state)) {
                if (transition.approval().isPresent()) {
                    ApprovalRound round = new ApprovalRound(set, ids);
                    List<Asked> asked = round.of(record, workflow, transition, Optional.of(actor));
                    asked.forEach(one -> set.flush().insert(ApprovalStore.TABLE, ApprovalStore.row(one)));
                    round.tell(record, workflow, transition, asked);
                }
            }
        }

        void ends(RecordState record, Workflow workflow) {
            if (!record.entity().features().softDelete()) {
                gone.add(record.id());
            }
            if (!workflow.timers().isEmpty()) {
                still.add(record.id());
            }
            if (asks(workflow)) {
                set.flush().before(ApprovalStore.close(set.schema(), List.of(record.id()), workflow.name()));
            }
        }

        void returns(RecordState record, Workflow workflow) {
            State state = workflow.state(record.after(workflow.holder()));
            arm(record, workflow, state);
            ask(record, workflow, state);
        }

        private void arm(RecordState record, Workflow workflow, State state) {
            for (Timer timer : workflow.timers(state)) {
                Instant at = set.now().plus(timer.after());
                SequencedMap<String, SqlValue> row =
                        TimerStore.row(ids.next(set.now()), record.id(), workflow, timer, at);
                set.flush().insert(TimerStore.TABLE, row);
                earliest = earliest.filter(known -> known.isBefore(at)).or(() -> Optional.of(at));
            }
        }

        void finish() {
            if (!gone.isEmpty()) {
                set.flush().before(FlowStore.forget(set.schema(), gone));
            }
            if (!still.isEmpty()) {
                set.flush().before(TimerStore.disarm(set.schema(), still));
            }
            earliest.ifPresent(
                    at -> set.flush().before(DueBook.note(set.context().tenant(), TimerStore.KIND, at)));
        }
    }
}
