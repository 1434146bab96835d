package io.armature.engine.query.sql;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Model;
import java.util.List;

/** Gives every set of rows in one statement names of its own. For one statement. */
final class RowsFactory {
    private final Model model;
    private final Scope scope;
    private final SqlTarget target;
    private int count;

    RowsFactory(Model model, SqlTarget target) {
        this(model, target, false);
    }

    /** @param past whether the statement tells of the past */
    RowsFactory(Model model, SqlTarget target, boolean past) {
        this.model = model;
        this.scope = past ? new PastScope(model) : model;
        this.target = target;
    }

    SqlTarget target() {
        return target;
    }

    Rows rows(String entity) {
        return Rows.of(scope, target, model.require(entity), "r" + count++);
    }

    /** Conditions on rows, each in parentheses. */
    List<SqlFragment> conditions(Rows rows, List<Expression> conditions) {
        return conditions.stream()
                .map(condition -> SqlBuilder.wrap("(", rows.condition(List.of(), condition), ")"))
                .toList();
    }
}
