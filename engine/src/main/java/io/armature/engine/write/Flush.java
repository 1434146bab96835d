package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * Rows to write, collected by table and sent in one round trip: deletions, then changes, then new rows, so that a value
 * that must be unique can move from one row to another. Not safe for several threads.
 */
final class Flush {

    private final String schema;
    private final SequencedMap<String, List<UUID>> deletions = new LinkedHashMap<>();
    private final SequencedMap<UpdateShape, List<Changed>> updates = new LinkedHashMap<>();
    private final SequencedMap<String, List<Map<String, SqlValue>>> inserts = new LinkedHashMap<>();
    private final List<Sql> first = new ArrayList<>();

    Flush(String schema) {
        this.schema = schema;
    }

    private record UpdateShape(String table, List<String> columns) {}

    private record Changed(UUID id, SequencedMap<String, SqlValue> cells) {}

    /** A new row; columns that it does not name stay empty. */
    void insert(String table, SequencedMap<String, SqlValue> cells) {
        inserts.computeIfAbsent(table, any -> new ArrayList<>()).add(cells);
    }

    /** Other values for the row {@code id}. */
    void update(String table, UUID id, SequencedMap<String, SqlValue> cells) {
        if (!cells.isEmpty()) {
            updates.computeIfAbsent(new UpdateShape(table, List.copyOf(cells.keySet())), any -> new ArrayList<>())
                    .add(new Changed(id, cells));
        }
    }

    /** Away with the row {@code id}; rows of tables named first go first. */
    void delete(String table, UUID id) {
        deletions.computeIfAbsent(table, any -> new ArrayList<>()).add(id);
    }

    /** Something that must happen before all else. */
    void before(Sql sql) {
        first.add(sql);
    }

    /** It has been sent. */
    void clear() {
        first.clear();
        deletions.clear();
        updates.clear();
        inserts.clear();
    }

    /** All of it, statement after statement; nothing when there is nothing to do. */
    List<Sql> statements() {
        List<Sql> statements = new ArrayList<>(first);
        deletions.forEach((table, ids) -> statements.add(RowSql.delete(schema, table, ids)));
        updates.forEach((shape, rows) -> statements.add(RowSql.update(
                schema,
                shape.table(),
                rows.stream().map(Changed::id).toList(),
                rows.stream().map(Changed::cells).toList())));
        inserts.forEach((table, rows) -> statements.add(RowSql.insert(schema, table, rows)));
        return statements;
    }
}
