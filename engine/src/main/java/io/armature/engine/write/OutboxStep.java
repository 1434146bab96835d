package io.armature.engine.write;

import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import io.armature.metadata.model.SystemFields;

/** Lets the world know: one event for each record that the request names or moves; lines go with their record. */
final class OutboxStep implements WriteStep {

    private final Uuids ids;
    private final ChangesJson changes = new ChangesJson();

    OutboxStep(Uuids ids) {
        this.ids = ids;
    }

    @Override
    public void apply(WriteSet set) {
        set.addressed().forEach(record -> announce(set, record));
        set.derived().forEach(record -> announce(set, record));
    }

    private void announce(WriteSet set, RecordState record) {
        if (!Changes.dirty(record)) {
            return;
        }
        Event event = new Event(
                ids.next(set.now()),
                set.now(),
                record.entity().fullName() + "." + record.action().past(),
                record.entity().fullName(),
                record.id(),
                record.after(SystemFields.VERSION) instanceof Long version ? version : 0,
                set.context().user().id(),
                changes.of(set, record),
                set.context().requestId());
        set.flush().insert(Outbox.TABLE, Outbox.row(event));
    }
}
