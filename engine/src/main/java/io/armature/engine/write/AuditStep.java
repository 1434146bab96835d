package io.armature.engine.write;

import io.armature.engine.db.SqlValue;
import io.armature.metadata.model.SystemFields;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Notes who changed what, for each record whose own values change. */
final class AuditStep implements WriteStep {

    private static final String TABLE = "sys$audit";

    private final Uuids ids;
    private final ChangesJson changes = new ChangesJson();

    AuditStep(Uuids ids) {
        this.ids = ids;
    }

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all()) {
            boolean changed = record.action() != Action.UPDATE || Changes.ownDirty(record);
            if (changed && record.entity().features().audit()) {
                set.flush().insert(TABLE, row(set, record));
            }
        }
    }

    private SequencedMap<String, SqlValue> row(WriteSet set, RecordState record) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        row.put("id", new SqlValue(ids.next(set.now()), "uuid"));
        row.put("at", new SqlValue(set.now(), "timestamp with time zone"));
        row.put("actor", new SqlValue(set.context().user().id(), "uuid"));
        row.put("entity", new SqlValue(record.entity().fullName(), "text"));
        row.put("record", new SqlValue(record.id(), "uuid"));
        row.put("version", new SqlValue(record.after(SystemFields.VERSION), "bigint"));
        row.put("action", new SqlValue(record.action().word(), "text"));
        row.put("changes", new SqlValue(changes.of(set, record), "jsonb"));
        row.put("request", new SqlValue(set.context().requestId(), "text"));
        return row;
    }
}
