package io.armature.engine.write;

import io.armature.engine.db.SqlValue;
import io.armature.engine.write.Layout.Level;
import io.armature.engine.write.Layout.Slot;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/** Turns the states into rows. */
final class RowsStep implements WriteStep {

    private static final String ID = SystemFields.ID;

    @Override
    public void apply(WriteSet set) {
        List<RecordState> dirty = set.all().stream().filter(Changes::dirty).toList();
        dirty.forEach(record -> stamp(set, record));
        for (RecordState record : dirty.reversed()) {
            if (record.action() == Action.DELETE && !record.entity().features().softDelete()) {
                remove(set, record);
            }
        }
        for (RecordState record : dirty) {
            switch (record.action()) {
                case CREATE -> create(set, record);
                case EXTEND -> extend(set, record);
                case UPDATE, RESTORE -> update(set, record);
                case DELETE -> {
                    if (record.entity().features().softDelete()
                            || record.entity().lineage().size() > 1) {
                        update(set, record);
                    }
                }
            }
            links(set, record);
        }
    }

    private static void stamp(WriteSet set, RecordState record) {
        UUID actor = set.context().user().id();
        if (record.action() == Action.CREATE) {
            record.set(SystemFields.CREATED_AT, set.now());
            record.set(SystemFields.CREATED_BY, actor);
        }
        if (record.action() == Action.DELETE && record.entity().features().softDelete()) {
            record.set(SystemFields.DELETED_AT, set.now());
        }
        record.set(SystemFields.VERSION, record.versionBefore() + 1);
        record.set(SystemFields.UPDATED_AT, set.now());
        record.set(SystemFields.UPDATED_BY, actor);
    }

    private static void create(WriteSet set, RecordState record) {
        for (Level level : set.plan(record).layout().levels()) {
            insert(set, record, level);
        }
    }

    private static void extend(WriteSet set, RecordState record) {
        List<Level> levels = set.plan(record).layout().levels();
        levels.subList(0, levels.size() - 1).forEach(level -> change(set, record, level));
        insert(set, record, levels.getLast());
    }

    private static void insert(WriteSet set, RecordState record, Level level) {
        SequencedMap<String, SqlValue> cells = new LinkedHashMap<>();
        cells.put(ID, new SqlValue(record.id(), ColumnType.UUID.sql()));
        for (Slot slot : level.slots()) {
            if (record.has(slot.key())) {
                cells.put(slot.column(), cell(record, slot));
            }
        }
        if (hasPlace(record, level)) {
            cells.put(SystemFields.POSITION, new SqlValue(record.position(), "integer"));
        }
        set.flush().insert(level.table(), cells);
    }

    private static void update(WriteSet set, RecordState record) {
        set.plan(record).layout().levels().forEach(level -> change(set, record, level));
    }

    private static void change(WriteSet set, RecordState record, Level level) {
        SequencedMap<String, SqlValue> cells = new LinkedHashMap<>();
        for (Slot slot : level.slots()) {
            if (record.changes(slot.key())) {
                cells.put(slot.column(), cell(record, slot));
            }
        }
        if (record.moved() && hasPlace(record, level)) {
            cells.put(SystemFields.POSITION, new SqlValue(record.position(), "integer"));
        }
        set.flush().update(level.table(), record.id(), cells);
    }

    private static void remove(WriteSet set, RecordState record) {
        set.flush().delete(record.entity().table(), record.id());
    }

    private static boolean hasPlace(RecordState record, Level level) {
        return record.entity().lineOf() && level.entity().equals(record.entity().fullName());
    }

    private static SqlValue cell(RecordState record, Slot slot) {
        return new SqlValue(
                ColumnValues.part(slot.field(), slot.part(), record.after(slot.key())),
                slot.type().sql());
    }

    /** A changed many-to-many field is written anew. */
    private static void links(WriteSet set, RecordState record) {
        record.linksAfter().forEach((name, targets) -> {
            Relation.Links links = (Relation.Links)
                    record.entity().field(name).orElseThrow().relation().orElseThrow();
            if (!record.changesLinks(name)) {
                return;
            }
            if (!record.linksBefore().getOrDefault(name, List.of()).isEmpty()) {
                set.flush().before(LinkRows.clear(set.schema(), links, record.id()));
            }
            int place = 1;
            for (UUID target : targets) {
                SequencedMap<String, SqlValue> cells = new LinkedHashMap<>();
                cells.put(Relation.Links.SOURCE, new SqlValue(record.id(), ColumnType.UUID.sql()));
                cells.put(Relation.Links.TARGET, new SqlValue(target, ColumnType.UUID.sql()));
                cells.put(Relation.Links.POSITION, new SqlValue(place++, "integer"));
                set.flush().insert(links.table(), cells);
            }
        });
    }
}
