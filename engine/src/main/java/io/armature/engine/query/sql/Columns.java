package io.armature.engine.query.sql;

import io.armature.metadata.expression.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** The columns of a statement, by their numbers; the same text twice is one column. */
final class Columns {
    private final int before;
    private final List<SqlFragment> columns = new ArrayList<>();

    /** @param before how many columns stand before the first one */
    Columns(int before) {
        this.before = before;
    }

    /** The number of the column, counted from 1. */
    int add(SqlFragment column) {
        int known = columns.indexOf(column);
        if (known < 0) {
            columns.add(column);
            known = columns.size() - 1;
        }
        return before + known + 1;
    }

    List<SqlFragment> all() {
        return columns;
    }
}
