package io.armature.engine.write;

import io.armature.engine.due.DueBook;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import io.armature.engine.workflow.Timer;
import io.armature.engine.workflow.TimerStore;
import io.armature.engine.workflow.TimerStore.Running;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Acts on a timer whose time has come, in one transaction that locks the record first: whoever takes the record out of its
 * state meanwhile waits, or was faster and the timer is gone.
 */
final class TimerRun {

    private final WriteSet set;
    private final Uuids ids;
    private final Outbox outbox;

    TimerRun(WriteSet set, Uuids ids, Outbox outbox) {
        this.set = set;
        this.ids = ids;
        this.outbox = outbox;
    }

    /** The transition to take, if the timer takes one and its condition holds. */
    Optional<Change.Transition> run(Running running) {
        Optional<Entity> entity = set.model().entity(running.entity());
        Optional<Stored> stored = entity.flatMap(known -> Optional.ofNullable(
                set.loader().byId(known, List.of(running.record()), Lock.UPDATE).get(running.record())));
        if (!TimerStore.take(set.transaction(), set.schema(), running.id(), set.now())) {
            return Optional.empty();
        }
        boolean alive = stored.filter(found -> !found.values().containsKey(SystemFields.DELETED_AT))
                .isPresent();
        if (!alive) {
            return Optional.empty();
        }
        RecordState record = record(entity.get(), stored.orElseThrow());
        Optional<Workflow> workflow = set.workflows(record).stream()
                .filter(known -> known.name().equals(running.workflow()))
                .findFirst();
        Optional<Timer> timer = workflow.flatMap(known -> known.timer(running.timer()));
        if (timer.isEmpty()) {
            return Optional.empty();
        }
        boolean there = workflow.get()
                .state(record.before(workflow.get().holder()))
                .name()
                .equals(running.state());
        return there ? run(record, workflow.get(), timer.get()) : Optional.empty();
    }

    private RecordState record(Entity entity, Stored stored) {
        Change change = new Change.Update(entity, "", stored.id(), Optional.empty(), false, Content.EMPTY);
        RecordState record = new RecordState(change, Action.UPDATE, stored.id(), Optional.empty(), stored.values());
        set.add(record);
        return record;
    }

    private Optional<Change.Transition> run(RecordState record, Workflow workflow, Timer timer) {
        timer.every()
                .ifPresent(pause -> again(record, workflow, timer, set.now().plus(pause)));
        if (timer.when().isPresent() && !set.rules().holds(timer.when().get(), record)) {
            return Optional.empty();
        }
        notice(record, workflow, timer)
                .ifPresent(event -> outbox.add(set.transaction(), set.context().tenant(), event));
        return timer.transition()
                .map(name -> new Change.Transition(
                        record.entity(),
                        "",
                        record.id(),
                        Optional.empty(),
                        name,
                        Optional.empty(),
                        Content.EMPTY,
                        Decision.APPROVE));
    }

    private void again(RecordState record, Workflow workflow, Timer timer, Instant at) {
        set.transaction()
                .update(RowSql.insert(
                        set.schema(),
                        TimerStore.TABLE,
                        List.of(TimerStore.row(ids.next(set.now()), record.id(), workflow, timer, at))));
        set.transaction().update(DueBook.note(set.context().tenant(), TimerStore.KIND, at));
    }

    private Optional<Event> notice(RecordState record, Workflow workflow, Timer timer) {
        String title = timer.message().isEmpty()
                ? workflow.state(record.before(workflow.holder())).title()
                : timer.message();
        return new Notices(set, ids).of(record, workflow, timer.notified(), title, "");
    }
}
