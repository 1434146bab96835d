package io.armature.engine.write;

import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import io.armature.metadata.model.SystemFields;
import java.util.Optional;

/** Lets the world know: one event for each record that the request names or moves; lines go with their record. */
final class OutboxStep implements WriteStep {

    private final Uuids ids;
    private final Outbox outbox;
    private final ChangesJson changes = new ChangesJson();

    OutboxStep(Uuids ids, Outbox outbox) {
        this.ids = ids;
        this.outbox = outbox;
    }

    @Override
    public void apply(WriteSet set) {
        boolean any = false;
        for (RecordState record : set.addressed()) {
            any |= announce(set, record);
        }
        for (RecordState record : set.derived()) {
            any |= announce(set, record);
        }
        for (Event notice : set.notices()) {
            set.flush().insert(Outbox.TABLE, Outbox.row(notice));
            any = true;
        }
        if (any) {
            outbox.expect(set.transaction(), set.context().tenant(), set.now()).ifPresent(set.flush()::before);
        }
    }

    private boolean announce(WriteSet set, RecordState record) {
        if (!Changes.dirty(record)) {
            return false;
        }
        Event event = new Event(
                ids.next(set.now()),
                set.now(),
                record.entity().fullName() + "."
                        + (record.moves().isEmpty() ? record.action().past() : "transitioned"),
                Optional.of(new Event.Subject(
                        record.entity().fullName(),
                        record.id(),
                        record.after(SystemFields.VERSION) instanceof Long version ? version : 0)),
                set.context().user().id(),
                changes.of(set, record),
                record.moves().isEmpty() ? Event.NOTHING : MovesJson.of(record.moves()),
                set.context().requestId());
        set.flush().insert(Outbox.TABLE, Outbox.row(event));
        if (!record.moves().isEmpty()) {
            new Notices(set, ids).of(record).forEach(notice -> set.flush().insert(Outbox.TABLE, Outbox.row(notice)));
        }
        return true;
    }
}
