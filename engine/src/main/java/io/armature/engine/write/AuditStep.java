package io.armature.engine.write;

import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.AuditRows;
import io.armature.metadata.model.SystemFields;
import java.util.function.Predicate;

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
        // What somebody said comes before what follows from it, who is asked then after it.
        note(set, consent -> !consent.isQuestion());
        for (RecordState record : set.all()) {
            boolean changed = record.action() != Action.UPDATE || Changes.ownDirty(record);
            if (changed && (record.entity().features().audit() || HandWork.isToldOf(record.entity()))) {
                set.flush()
                        .insert(
                                AuditRows.TABLE,
                                trail.row(set.context().tenant(), ids.next(set.now()), set.now(), entry(set, record)));
            }
        }
        note(set, Consent::isQuestion);
        set.consents().clear();
    }

    private void note(WriteSet set, Predicate<Consent> which) {
        set.consents().stream()
                .filter(which)
                .filter(consent -> consent.record().entity().features().audit())
                .forEach(consent -> set.flush()
                        .insert(
                                AuditRows.TABLE,
                                trail.row(
                                        set.context().tenant(), ids.next(set.now()), set.now(), entry(set, consent))));
    }

    private static AuditEntry entry(WriteSet set, Consent consent) {
        RecordState record = consent.record();
        return AuditEntry.of(
                        consent.action(),
                        record.entity().fullName(),
                        set.context().origin())
                .about(record.id())
                .by(set.context().user().id())
                .changing(version(record), "{}")
                .with(consent.details().toString());
    }

    private static long version(RecordState record) {
        return record.after(SystemFields.VERSION) instanceof Long number ? number : 0;
    }

    private AuditEntry entry(WriteSet set, RecordState record) {
        AuditEntry entry = AuditEntry.of(
                        record.moves().isEmpty() ? record.action().word() : "transition",
                        record.entity().fullName(),
                        set.context().origin())
                .about(record.id())
                .by(set.context().user().id());
        if (!record.entity().features().audit()) {
            return entry.changing(version(record), "{}").with(HandWork.details(record));
        }
        entry = entry.changing(version(record), changes.of(set, record));
        return record.moves().isEmpty() ? entry : entry.with(MovesJson.of(record.moves()));
    }
}
