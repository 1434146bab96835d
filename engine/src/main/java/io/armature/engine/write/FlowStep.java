package io.armature.engine.write;

import io.armature.engine.workflow.FlowStore;
import io.armature.engine.workflow.Move;
import io.armature.engine.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Notes where records stand in their workflows, and the transitions that brought them there. */
final class FlowStep implements WriteStep {

    private final Uuids ids;

    FlowStep(Uuids ids) {
        this.ids = ids;
    }

    @Override
    public void apply(WriteSet set) {
        List<UUID> gone = new ArrayList<>();
        UUID actor = set.context().user().id();
        for (RecordState record : set.all()) {
            List<Workflow> workflows = set.plan(record).workflows();
            if (workflows.isEmpty()) {
                continue;
            }
            if (record.action() == Action.DELETE && !record.entity().features().softDelete()) {
                gone.add(record.id());
            }
            workflows.stream()
                    .filter(workflow -> StateStep.begins(record, workflow))
                    .forEach(workflow -> set.flush()
                            .insert(
                                    FlowStore.TABLE,
                                    FlowStore.begun(
                                            record.id(),
                                            workflow,
                                            workflow.state(record.after(workflow.holder())),
                                            set.now(),
                                            actor)));
            record.moves().forEach(move -> move(set, record, move));
        }
        if (!gone.isEmpty()) {
            set.flush().before(FlowStore.forget(set.schema(), gone));
        }
    }

    private void move(WriteSet set, RecordState record, Move move) {
        UUID actor = set.context().user().id();
        set.flush()
                .before(FlowStore.stands(
                        set.schema(),
                        record.id(),
                        move.workflow(),
                        move.workflow().target(move.transition()),
                        set.now(),
                        actor));
        set.flush().insert(FlowStore.HISTORY, FlowStore.row(ids.next(set.now()), record.id(), move, set.now(), actor));
    }
}
