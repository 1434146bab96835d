package io.armature.engine.query.sql;

import io.armature.engine.access.Rule;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Model;
import java.util.List;

/** Writes the statement that tells of which records, given by their ids, a rule holds. */
public final class AmongSql {
    private AmongSql() {}

    /** {@link Slot#KEY} is a list of ids; the rows have the column {@code id}. Deleted records count too. */
    public static QuerySql of(Model model, String entity, Rule rule, SqlTarget target) {
        Rows rows = new RowsFactory(model, target).rows(entity);
        SqlFragment holds = rule.condition()
                .map(condition -> SqlBuilder.wrap(" and (", rows.condition(List.of(), condition), ")"))
                .orElseGet(() -> SqlFragment.of(rule.isAll() ? "" : " and false"));
        String id = rows.id(List.of());
        SqlFragment statement = new SqlBuilder()
                .add("select " + id + " from ")
                .add(rows.from())
                .add(" where " + id + " = any(")
                .add(Slot.of(Slot.KEY, "uuid[]"))
                .add(")")
                .add(holds)
                .build();
        return new QuerySql(statement.text(), statement.binds(), List.of(), 0, 0, List.of(), 0, 0);
    }
}
