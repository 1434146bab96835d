package io.armature.engine.query.sql;

import io.armature.engine.query.plan.Told;
import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.List;

/**
 * One statement, and what the columns of its rows are.
 *
 * @param binds what stands for each {@code ?}
 * @param layout the record's JSON
 * @param presence a column that is null in the one row that carries a count and no record; 0 when there is none such
 * @param count the column of the count; 0 when nobody asked
 * @param cursor columns with the record's values in the order of the list; its key, where records are read by some keys
 * @param version the column of the record's version; 0 when nobody asked
 * @param deleted the column that says whether the record is deleted; 0 when nobody asked
 * @param steady whether PostgreSQL may plan it once for all values
 * @param told what decides of what it tells of one record
 */
public record QuerySql(
        String text,
        List<Bind> binds,
        List<Layout> layout,
        int presence,
        int count,
        List<CursorColumn> cursor,
        int version,
        int deleted,
        boolean steady,
        Told told) {
    public QuerySql {
        binds = List.copyOf(binds);
        layout = List.copyOf(layout);
        cursor = List.copyOf(cursor);
    }

    /** One that PostgreSQL plans as it likes. */
    QuerySql(
            String text,
            List<Bind> binds,
            List<Layout> layout,
            int presence,
            int count,
            List<CursorColumn> cursor,
            int version,
            int deleted) {
        this(text, binds, layout, presence, count, cursor, version, deleted, false, Told.IN_PART);
    }

    /** The same, of which is known whether PostgreSQL may plan it once for all values. */
    QuerySql steady(boolean known) {
        return new QuerySql(text, binds, layout, presence, count, cursor, version, deleted, known, told);
    }

    /** The same, of which is known what decides of what it tells. */
    QuerySql told(Told known) {
        return new QuerySql(text, binds, layout, presence, count, cursor, version, deleted, steady, known);
    }
}
