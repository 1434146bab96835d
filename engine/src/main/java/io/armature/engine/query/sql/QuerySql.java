package io.armature.engine.query.sql;

import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.List;

/**
 * One statement, and what the columns of its rows are.
 *
 * @param binds what stands for each {@code ?}
 * @param layout the record's JSON
 * @param presence a column that is null in the one row that carries a count and no record; 0 when there is none such
 * @param count the column of the count; 0 when nobody asked
 * @param cursor columns with the record's values in the order of the list
 * @param version the column of the record's version; 0 when nobody asked
 * @param deleted the column that says whether the record is deleted; 0 when nobody asked
 */
public record QuerySql(
        String text,
        List<Bind> binds,
        List<Layout> layout,
        int presence,
        int count,
        List<Integer> cursor,
        int version,
        int deleted) {
    public QuerySql {
        binds = List.copyOf(binds);
        layout = List.copyOf(layout);
        cursor = List.copyOf(cursor);
    }
}
