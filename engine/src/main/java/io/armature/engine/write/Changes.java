package io.armature.engine.write;

import io.armature.metadata.model.SystemFields;
import java.util.Set;

/** Tells what of a record has changed. */
final class Changes {

    /** What a write itself sets on every record, which alone makes no change. */
    private static final Set<String> STAMPS =
            Set.of(SystemFields.VERSION, SystemFields.UPDATED_AT, SystemFields.UPDATED_BY);

    private Changes() {}

    /** Whether the record or one of its lines must be written. */
    static boolean dirty(RecordState record) {
        return record.action() != Action.UPDATE || ownDirty(record) || linesDirty(record);
    }

    /** Whether values of its own, its place or its many-to-many links differ. */
    static boolean ownDirty(RecordState record) {
        return record.moved()
                || !record.moves().isEmpty()
                || record.names().stream()
                        .anyMatch(name -> !STAMPS.contains(name) && record.changes(name) && counts(name))
                || record.linksAfter().keySet().stream().anyMatch(record::changesLinks);
    }

    private static boolean linesDirty(RecordState record) {
        return record.lines().values().stream().anyMatch(lines -> lines.stream().anyMatch(Changes::dirty));
    }

    private static boolean counts(String name) {
        return !name.equals(SystemFields.ID);
    }
}
