package io.armature.engine.query.sql;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Writes statements that ask of records what rules say of them. */
public final class JudgeSql {
    private JudgeSql() {}

    /** Of one record, whose id is {@link Slot#KEY}: a column for each condition, true or not, then one for each value. */
    public static QuerySql one(
            Model model, String entity, List<Expression> conditions, List<Expression> values, SqlTarget target) {
        Rows rows = new RowsFactory(model, target).rows(entity);
        List<SqlFragment> columns = new ArrayList<>();
        columns.add(SqlFragment.of("true"));
        conditions.forEach(condition -> columns.add(holds(rows, condition)));
        values.forEach(value -> columns.add(SqlBuilder.wrap("(", rows.expression(value), ")::text")));
        SqlFragment statement = new SqlBuilder()
                .add("select ")
                .join(", ", columns)
                .add(" from ")
                .add(rows.from())
                .add(" where " + rows.id(List.of()) + " = ")
                .add(Slot.of(Slot.KEY, "uuid"))
                .build();
        return plain(statement);
    }

    private static SqlFragment holds(Rows rows, Expression condition) {
        return SqlBuilder.wrap("((", rows.condition(List.of(), condition), ") is true)");
    }

    private static QuerySql plain(SqlFragment statement) {
        return new QuerySql(statement.text(), statement.binds(), List.of(), 0, 0, List.of(), 0, 0);
    }
}
