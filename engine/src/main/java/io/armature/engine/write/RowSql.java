package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of rows. One row goes as values; several go as one array a column, so that the text (and the prepared
 * statement) is the same for any number of rows.
 */
final class RowSql {

    private RowSql() {}

    static Sql insert(String schema, String table, List<? extends Map<String, SqlValue>> rows) {
        SequencedMap<String, String> types = types(rows);
        StringBuilder text = new StringBuilder("insert into ")
                .append(Identifiers.quote(schema, table))
                .append(" (");
        text.append(String.join(
                        ", ", types.keySet().stream().map(Identifiers::quote).toList()))
                .append(") ");
        if (rows.size() == 1) {
            text.append("values (");
            text.append(String.join(
                    ", ", types.values().stream().map(type -> "?::" + type).toList()));
            return new Sql(text.append(')').toString(), cells(rows.getFirst(), types));
        }
        text.append("select ").append(selected(types)).append(" from ").append(unnested(types));
        return new Sql(text.toString(), arrays(rows, types));
    }

    static Sql update(String schema, String table, List<UUID> ids, List<? extends Map<String, SqlValue>> rows) {
        SequencedMap<String, String> types = types(rows);
        StringBuilder text = new StringBuilder("update ")
                .append(Identifiers.quote(schema, table))
                .append(" t set ");
        List<SqlValue> values = new ArrayList<>();
        if (rows.size() == 1) {
            text.append(String.join(
                    ", ",
                    types.entrySet().stream()
                            .map(column -> Identifiers.quote(column.getKey()) + " = ?::" + column.getValue())
                            .toList()));
            values.addAll(cells(rows.getFirst(), types));
            values.add(SqlValue.uuid(ids.getFirst()));
            return new Sql(text.append(" where t.\"id\" = ?").toString(), values);
        }
        text.append(String.join(
                ", ",
                types.entrySet().stream()
                        .map(column ->
                                Identifiers.quote(column.getKey()) + " = " + value(column.getKey(), column.getValue()))
                        .toList()));
        SequencedMap<String, String> withId = new LinkedHashMap<>(types);
        withId.put("id", "uuid");
        values.addAll(arrays(rows, types));
        values.add(new SqlValue(ArrayNotation.of(ids), "uuid[]"));
        text.append(" from ").append(unnested(withId)).append(" where t.\"id\" = u.\"id\"");
        return new Sql(text.toString(), values);
    }

    static Sql delete(String schema, String table, List<UUID> ids) {
        return Sql.of(
                "delete from " + Identifiers.quote(schema, table) + " where \"id\" = any(?::uuid[])",
                new SqlValue(ArrayNotation.of(ids), "uuid[]"));
    }

    /** All columns that some row has a value for or names. */
    private static SequencedMap<String, String> types(List<? extends Map<String, SqlValue>> rows) {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        rows.forEach(row -> row.forEach((column, cell) -> types.putIfAbsent(column, cell.type())));
        return types;
    }

    private static List<SqlValue> cells(Map<String, SqlValue> row, SequencedMap<String, String> types) {
        List<SqlValue> values = new ArrayList<>();
        types.forEach((column, type) -> values.add(new SqlValue(value(row, column), type)));
        return values;
    }

    private static List<SqlValue> arrays(
            List<? extends Map<String, SqlValue>> rows, SequencedMap<String, String> types) {
        List<SqlValue> values = new ArrayList<>();
        types.forEach((column, type) -> {
            List<@Nullable Object> items = new ArrayList<>();
            rows.forEach(row -> items.add(value(row, column)));
            values.add(new SqlValue(ArrayNotation.of(items), carrier(type) + "[]"));
        });
        return values;
    }

    private static @Nullable Object value(Map<String, SqlValue> row, String column) {
        SqlValue cell = row.get(column);
        return cell == null ? null : cell.value();
    }

    private static String selected(SequencedMap<String, String> types) {
        return String.join(
                ", ",
                types.entrySet().stream()
                        .map(column -> value(column.getKey(), column.getValue()))
                        .toList());
    }

    private static String value(String column, String type) {
        return "u." + Identifiers.quote(column) + (carrier(type).equals(type) ? "" : "::" + type);
    }

    private static String unnested(SequencedMap<String, String> types) {
        String arrays = String.join(
                ", ",
                types.values().stream()
                        .map(type -> "?::" + carrier(type) + "[]")
                        .toList());
        String names = String.join(
                ", ", types.keySet().stream().map(Identifiers::quote).toList());
        return "unnest(" + arrays + ") as u(" + names + ")";
    }

    /** Arrays of arrays would come apart in {@code unnest}: an inner array travels as its text. */
    private static String carrier(String type) {
        return type.endsWith("[]") ? "text" : type;
    }
}
