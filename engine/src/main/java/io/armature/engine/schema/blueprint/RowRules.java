package io.armature.engine.schema.blueprint;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionSql;
import io.armature.metadata.expression.JoinTree;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Constraint;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Optional;

/**
 * The rules of an entity that PostgreSQL can hold itself: those about one row of one table, whoever asks and whenever.
 * All others (over links, lines, the moment, the user) only the engine holds.
 */
final class RowRules {

    /** Stands for the row while the text is made; conditions of checks name columns without their table. */
    private static final String ROW = "row";

    private static final String QUALIFIED = "\"" + ROW + "\".";

    private final Model model;

    RowRules(Model model) {
        this.model = model;
    }

    List<String> conditions(Entity entity) {
        return entity.constraints().stream()
                .filter(rule -> rule.level().equals(entity.fullName()))
                .flatMap(rule -> rule instanceof Constraint.Check check
                        ? condition(entity, check.expression()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .toList();
    }

    private Optional<String> condition(Entity entity, Expression rule) {
        JoinTree tree = new JoinTree(model, "", entity.fullName(), ROW);
        String alone = tree.from().text();
        SqlFragment value = new ExpressionSql(model).value(rule, tree);
        boolean oneRow = tree.from().text().equals(alone) && !value.text().contains("select ");
        return oneRow ? InlineSql.of(value).map(text -> text.replace(QUALIFIED, "")) : Optional.empty();
    }
}
