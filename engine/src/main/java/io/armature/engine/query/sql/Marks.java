package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Output;
import io.armature.metadata.expression.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes which cells of a record that PostgreSQL builds as JSON are hidden or masked. They stand in two columns beside the
 * record's own, by which hidden members are then taken out again.
 */
final class Marks {
    /** The member of a record that names the fields which the reader may not see. */
    static final String HIDDEN = "$hidden";
    /** The member of a record that names the fields of which the reader sees a part. */
    static final String MASKED = "$masked";

    private Marks() {}

    /** Whether something must be marked. */
    static boolean needed(List<Output> outputs) {
        return outputs.stream().anyMatch(output -> !output.access().isOpen());
    }

    /** The two columns. */
    static List<SqlFragment> columns(Rows rows, List<String> links, List<Output> outputs) {
        List<SqlFragment> hidden = new ArrayList<>();
        List<SqlFragment> masked = new ArrayList<>();
        for (Output output : outputs) {
            if (!output.access().isOpen()) {
                String name = "'" + output.name().replace("'", "''") + "'";
                SqlFragment flag = ShownSql.flag(rows, links, output.access());
                hidden.add(SqlBuilder.wrap("case when ", flag, " is null then " + name + " end"));
                masked.add(SqlBuilder.wrap("case when ", flag, " = '" + ShownSql.MASKED + "' then " + name + " end"));
            }
        }
        return List.of(list(hidden, HIDDEN), list(masked, MASKED));
    }

    private static SqlFragment list(List<SqlFragment> names, String column) {
        return new SqlBuilder()
                .add("array_remove(array[")
                .join(", ", names)
                .add("]::text[], null) as \"" + column + "\"")
                .build();
    }

    /** The JSON of a row under {@code alias}: without what is hidden, with what is named. */
    static String json(String alias, boolean marked) {
        return marked
                ? "(to_jsonb(" + alias + ") - '" + HIDDEN + "' - '" + MASKED + "' - " + alias + ".\"" + HIDDEN
                        + "\" || " + named(alias, HIDDEN) + " || " + named(alias, MASKED) + ")"
                : "row_to_json(" + alias + ")";
    }

    private static String named(String alias, String column) {
        String list = alias + ".\"" + column + "\"";
        return "case when cardinality(" + list + ") > 0 then jsonb_build_object('" + column + "', " + list
                + ") else '{}'::jsonb end";
    }
}
