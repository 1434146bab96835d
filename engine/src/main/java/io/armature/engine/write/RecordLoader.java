package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.AnyLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads whole records as they are stored, and locks them when they are to be changed. */
final class RecordLoader {

    private final SqlRunner runner;
    private final String schema;
    private final EntityPlans plans;

    RecordLoader(SqlRunner runner, String schema, EntityPlans plans) {
        this.runner = runner;
        this.schema = schema;
        this.plans = plans;
    }

    /** A stored record: its values by their names in a record's state. */
    record Stored(UUID id, Map<String, Object> values, int position) {}

    /** Whether others may change what is read before this transaction ends. */
    enum Lock {
        NONE,
        UPDATE
    }

    /** The records with these ids that exist, deleted ones too. */
    Map<UUID, Stored> byId(Entity entity, Collection<UUID> ids, Lock lock) {
        List<UUID> sorted = sorted(ids);
        // One id as such: PostgreSQL would plan a list of unknown length anew each time.
        return index(
                sorted.size() == 1
                        ? select(entity, "l0.\"id\" = ?::uuid", SqlValue.uuid(sorted.getFirst()), "", lock)
                        : select(entity, "l0.\"id\" = any(?::uuid[])", SqlValue.uuids(sorted), "l0.\"id\"", lock));
    }

    /** The records that are not deleted and whose link {@code by} leads to one of {@code parents}, in their order. */
    List<Stored> children(Entity entity, String by, Collection<UUID> parents, Lock lock) {
        List<UUID> sorted = sorted(parents);
        boolean one = sorted.size() == 1;
        return select(
                entity,
                column(entity, by) + (one ? " = ?::uuid" : " = any(?::uuid[])") + alive(entity),
                one ? SqlValue.uuid(sorted.getFirst()) : SqlValue.uuids(sorted),
                order(entity),
                lock);
    }

    /** The lines that were deleted softly together with their parents. */
    List<Stored> deletedChildren(Entity entity, String by, Collection<UUID> parents) {
        return select(
                entity,
                column(entity, by) + " = any(?::uuid[]) and " + column(entity, SystemFields.DELETED_AT)
                        + " is not null",
                SqlValue.uuids(sorted(parents)),
                order(entity),
                Lock.UPDATE);
    }

    private List<Stored> select(Entity entity, String condition, SqlValue value, String order, Lock lock) {
        Layout layout = plans.of(entity).layout();
        StringBuilder text = new StringBuilder("select l0.\"id\", ")
                .append(entity.lineOf() ? last(layout) + "." + Identifiers.quote(SystemFields.POSITION) : "0");
        for (int level = 0; level < layout.levels().size(); level++) {
            for (Layout.Slot slot : layout.levels().get(level).slots()) {
                text.append(", l").append(level).append('.').append(Identifiers.quote(slot.column()));
            }
        }
        text.append(from(layout)).append(" where ").append(condition);
        if (!order.isEmpty()) {
            text.append(" order by ").append(order);
        }
        if (lock == Lock.UPDATE) {
            text.append(" for update of l0");
        }
        return runner.list(Sql.of(text.toString(), value), row -> stored(row, layout));
    }

    private String from(Layout layout) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < layout.levels().size(); level++) {
            String table = Identifiers.quote(schema, layout.levels().get(level).table());
            text.append(level == 0 ? " from " : " join ")
                    .append(table)
                    .append(" l")
                    .append(level);
            if (level > 0) {
                text.append(" on l").append(level).append(".\"id\" = l0.\"id\"");
            }
        }
        return text.toString();
    }

    private String alive(Entity entity) {
        return entity.features().softDelete() ? " and " + column(entity, SystemFields.DELETED_AT) + " is null" : "";
    }

    private String order(Entity entity) {
        String last = last(plans.of(entity).layout());
        return entity.lineOf() ? last + "." + Identifiers.quote(SystemFields.POSITION) + ", l0.\"id\"" : "l0.\"id\"";
    }

    private String column(Entity entity, String name) {
        Layout layout = plans.of(entity).layout();
        for (int level = 0; level < layout.levels().size(); level++) {
            for (Layout.Slot slot : layout.levels().get(level).slots()) {
                if (slot.key().equals(name)) {
                    return "l" + level + "." + Identifiers.quote(slot.column());
                }
            }
        }
        throw new IllegalArgumentException(entity.fullName() + " has no column for " + name);
    }

    private static String last(Layout layout) {
        return "l" + (layout.levels().size() - 1);
    }

    private static Stored stored(ResultSet row, Layout layout) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        int index = 3;
        for (Layout.Slot slot : layout.slots()) {
            put(values, slot, ColumnValues.read(row, index++, slot.type()));
        }
        return new Stored(row.getObject(1, UUID.class), values, row.getInt(2));
    }

    private static void put(Map<String, Object> values, Layout.Slot slot, @Nullable Object value) {
        if (value == null) {
            return;
        }
        Object first = values.get(slot.key());
        if (first instanceof String entity && value instanceof UUID id) {
            values.put(slot.key(), new AnyLink(entity, id));
        } else {
            values.put(slot.key(), value);
        }
    }

    private static SequencedMap<UUID, Stored> index(List<Stored> records) {
        SequencedMap<UUID, Stored> index = new LinkedHashMap<>();
        records.forEach(record -> index.put(record.id(), record));
        return index;
    }

    /** In one order for everybody, so that two requests do not wait for each other. */
    private static List<UUID> sorted(Collection<UUID> ids) {
        return ids.size() == 1
                ? List.copyOf(ids)
                : ids.stream().distinct().sorted().toList();
    }
}
