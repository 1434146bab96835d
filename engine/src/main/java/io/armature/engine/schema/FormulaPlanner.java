package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.InlineSql;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.catalogue.Mark;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionSql;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.JoinTree;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Model;
import java.util.Optional;

/** Plans to compute the values of stored formulas for the rows that are there, when a formula is new or has changed. */
final class FormulaPlanner {

    private final Planning planning;
    private final Model model;
    private final String schema;

    FormulaPlanner(Planning planning, Model model, String schema) {
        this.planning = planning;
        this.model = model;
        this.schema = schema;
    }

    void plan(TablePlan plan) {
        for (ColumnMatch match : plan.columns().values()) {
            WantedColumn wanted = match.wanted();
            if (!wanted.formula().isEmpty() && !computed(match).equals(wanted.formula())) {
                if (plan.rows() > 0) {
                    statement(plan, wanted)
                            .ifPresent(statement -> planning.steps()
                                    .add(
                                            Stage.BACKFILL,
                                            new SchemaStep.Backfill(plan.name(), "compute " + wanted.name(), statement),
                                            plan.rows()));
                }
                if (!(match instanceof ColumnMatch.Added)) {
                    Mark mark = ColumnPlanner.laterMark(match).formula(wanted.formula());
                    planning.steps().add(Stage.MARK, new SchemaStep.MarkColumn(plan.name(), wanted.name(), mark));
                }
            }
        }
    }

    /** The formula that computed the values; what was retired may be out of date. */
    private static String computed(ColumnMatch match) {
        return switch (match) {
            case ColumnMatch.Same it -> it.column().mark().formula();
            case ColumnMatch.Converted it -> it.column().mark().formula();
            case ColumnMatch.Restored _, ColumnMatch.Added _ -> "";
        };
    }

    /** One statement for all rows; none for a formula that depends on the moment or on who asks. */
    private Optional<String> statement(TablePlan plan, WantedColumn wanted) {
        return formula(plan, wanted).flatMap(formula -> {
            JoinTree tree = new JoinTree(model, schema, plan.wanted().entity(), "t");
            SqlFragment value = new ExpressionSql(model).value(formula, tree);
            Optional<String> computed = InlineSql.of(value);
            Optional<String> from = InlineSql.of(tree.from());
            String column = Identifiers.quote(wanted.name());
            return computed.isEmpty() || from.isEmpty()
                    ? Optional.empty()
                    : Optional.of("update " + planning.questions().quote(plan.name()) + " as r set " + column
                            + " = c.value from (select \"t\".\"id\", " + computed.get() + " as value from " + from.get()
                            + ") as c where c.\"id\" = r.\"id\" and r." + column + " is distinct from c.value");
        });
    }

    private Optional<Expression> formula(TablePlan plan, WantedColumn wanted) {
        return model.require(plan.wanted().entity())
                .field(wanted.field())
                .flatMap(field -> field.rules().formula());
    }
}
