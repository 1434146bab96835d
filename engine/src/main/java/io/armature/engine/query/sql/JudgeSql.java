package io.armature.engine.query.sql;

import io.armature.engine.access.Rule;
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

    /** How many records meet only the second rule, and how many only the first; deleted ones do not count. */
    public static QuerySql difference(Model model, String entity, Rule before, Rule after, SqlTarget target) {
        Rows rows = new RowsFactory(model, target).rows(entity);
        SqlFragment was = holds(rows, before);
        SqlFragment is = holds(rows, after);
        SqlBuilder statement = new SqlBuilder()
                .add("select count(*) filter (where ")
                .add(is)
                .add(" and not ")
                .add(was)
                .add("), count(*) filter (where ")
                .add(was)
                .add(" and not ")
                .add(is)
                .add(") from ")
                .add(rows.from());
        rows.alive().ifPresent(alive -> statement.add(" where " + alive));
        return plain(statement.build());
    }

    private static SqlFragment holds(Rows rows, Rule rule) {
        return switch (rule) {
            case Rule.All _ -> SqlFragment.of("true");
            case Rule.None _ -> SqlFragment.of("false");
            case Rule.When(var condition) -> holds(rows, condition);
        };
    }

    private static SqlFragment holds(Rows rows, Expression condition) {
        return SqlBuilder.wrap("((", rows.condition(List.of(), condition), ") is true)");
    }

    private static QuerySql plain(SqlFragment statement) {
        return new QuerySql(statement.text(), statement.binds(), List.of(), 0, 0, List.of(), 0, 0);
    }
}
