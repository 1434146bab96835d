package io.armature.engine.query.sql;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Model;
import java.util.List;

/** Gives every set of rows in one statement names of its own. For one statement. */
final class RowsFactory {
    private final Model model;
    private final SqlTarget target;
    private final boolean past;
    private int count;

    RowsFactory(Model model, SqlTarget target) {
        this(model, target, false);
    }

    /** @param past whether the statement tells of the past */
    RowsFactory(Model model, SqlTarget target, boolean past) {
        this.model = model;
        this.target = target;
        this.past = past;
    }

    SqlTarget target() {
        return target;
    }

    Rows rows(String entity) {
        return Rows.of(model, target, entity, "r" + count++, this);
    }

    /** That a rule of access holds of the record that links lead to; of one of the past, now as well. */
    SqlFragment rule(Rows rows, List<String> links, Expression rule) {
        SqlFragment holds = rows.condition(links, rule);
        return past
                ? new SqlBuilder()
                        .add("(")
                        .add(holds)
                        .add(" and ")
                        .add(StillReadable.of(this, rows.id(links), rule))
                        .add(")")
                        .build()
                : holds;
    }

    /** Conditions on rows, each in parentheses. */
    List<SqlFragment> conditions(Rows rows, List<Expression> conditions) {
        return conditions.stream()
                .map(condition -> SqlBuilder.wrap("(", rows.condition(List.of(), condition), ")"))
                .toList();
    }
}
