package io.armature.engine.write;

import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.AuditRows;
import io.armature.metadata.model.SystemFields;

/** Notes who changed what, for each record whose own values change. */
final class AuditStep implements WriteStep {

    private final Uuids ids;
    private final AuditRows trail;
    private final ChangesJson changes = new ChangesJson();

    AuditStep(Uuids ids, AuditRows trail) {
        this.ids = ids;
        this.trail = trail;
    }

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all()) {
            boolean changed = record.action() != Action.UPDATE || Changes.ownDirty(record);
            if (changed && record.entity().features().audit()) {
                set.flush()
                        .insert(
                                AuditRows.TABLE,
                                trail.row(set.context().tenant(), ids.next(set.now()), set.now(), entry(set, record)));
            }
        }
    }

    private AuditEntry entry(WriteSet set, RecordState record) {
        long version = record.after(SystemFields.VERSION) instanceof Long number ? number : 0;
        AuditEntry entry = AuditEntry.of(
                        record.moves().isEmpty() ? record.action().word() : "transition",
                        record.entity().fullName(),
                        set.context().origin())
                .about(record.id())
                .by(set.context().user().id())
                .changing(version, changes.of(set, record));
        return record.moves().isEmpty() ? entry : entry.with(MovesJson.of(record.moves()));
    }
}
