package io.armature.engine.schema.data;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.schema.catalogue.Table;
import io.armature.metadata.expression.Identifiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks PostgreSQL about rows. For one plan; row counts are asked once. */
public final class RowQuestions {

    private static final int EXAMPLES = 5;

    private final SqlRunner runner;
    private final String schema;
    private final Map<String, Long> counts = new HashMap<>();

    public RowQuestions(SqlRunner runner, String schema) {
        this.runner = runner;
        this.schema = schema;
    }

    /**
     * Rows that do not suit.
     *
     * @param examples a few of their ids
     */
    public record Answer(long rows, List<String> examples) {

        public static final Answer NONE = new Answer(0, List.of());

        public Answer {
            examples = List.copyOf(examples);
        }
    }

    /** How many rows the table has; a table without a page on disk is not even asked. */
    public long rows(Table table) {
        return table.bytes() == 0
                ? 0
                : counts.computeIfAbsent(table.name(), name -> count("select count(*) from " + quote(name)));
    }

    /** A table's name for use in a question. */
    public String quote(String table) {
        return Identifiers.quote(schema, table);
    }

    /**
     * Rows for which a condition is true.
     *
     * @param rows a table or a query in parentheses, with a column {@code id}
     */
    public Answer matching(String rows, String condition) {
        return matching(rows, "id", condition);
    }

    /** The same where another expression names a row. */
    public Answer matching(String rows, String key, String condition) {
        String sql = "select count(*), coalesce((array_agg(" + key + "::text order by " + key + "))[1:" + EXAMPLES
                + "], '{}') from " + rows + " as future where " + condition;
        return runner.one(
                Sql.of(sql),
                row -> new Answer(
                        row.getLong(1), List.of((String[]) row.getArray(2).getArray())));
    }

    /** How many rows have no value in each of the columns. */
    public Map<String, Long> nulls(String rows, List<String> columns) {
        if (columns.isEmpty()) {
            return Map.of();
        }
        String sql = columns.stream()
                .map(column -> "count(*) filter (where " + Identifiers.quote(column) + " is null)")
                .collect(Collectors.joining(", ", "select ", " from " + rows + " as future"));
        return runner.one(Sql.of(sql), row -> {
            Map<String, Long> nulls = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                nulls.put(columns.get(i), row.getLong(i + 1));
            }
            return nulls;
        });
    }

    /** Rows that share the values of the keys with others. */
    public Answer duplicates(String rows, List<String> columns, String condition) {
        String keys = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String given = columns.stream()
                .map(column -> Identifiers.quote(column) + " is not null")
                .collect(Collectors.joining(" and "));
        String where = condition.isEmpty() ? given : given + " and " + condition;
        String twins = "(select id, count(*) over (partition by " + keys + ") as twins from " + rows
                + " as future where " + where + ")";
        return matching(twins, "twins > 1");
    }

    private long count(String sql) {
        return runner.one(Sql.of(sql), row -> row.getLong(1));
    }
}
