package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.catalogue.Check;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.PhysicalNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans which columns may be null. A required column waits until all rows have a value. */
final class NullPlanner {

    private final Planning planning;

    NullPlanner(Planning planning) {
        this.planning = planning;
    }

    void plan(TablePlan plan, FutureTable now) {
        List<WantedColumn> asking = new ArrayList<>();
        for (ColumnMatch match : plan.columns().values()) {
            WantedColumn wanted = match.wanted();
            boolean required = planning.mayRequire(plan.name(), wanted);
            boolean isNotNull = isNotNull(match, plan);
            if (required && !isNotNull) {
                asking.add(wanted);
            } else if (!required && isNotNull) {
                planning.steps().add(Stage.COLUMN_CONVERT, new SchemaStep.DropNotNull(plan.name(), wanted.name()));
            }
        }
        if (!asking.isEmpty()) {
            Map<String, Long> nulls = plan.rows() == 0
                    ? Map.of()
                    : planning.questions()
                            .nulls(
                                    rows(plan, now),
                                    asking.stream().map(WantedColumn::name).toList());
            asking.forEach(column -> require(plan, column, nulls.getOrDefault(column.name(), 0L), now));
        }
    }

    private String rows(TablePlan plan, FutureTable now) {
        return now.rows(planning.questions().quote(plan.table().name()));
    }

    /** Whether the column is not null already, or will be by being added so. */
    private boolean isNotNull(ColumnMatch match, TablePlan plan) {
        return switch (match) {
            case ColumnMatch.Same it -> it.column().notNull();
            case ColumnMatch.Converted it -> it.column().notNull();
            case ColumnMatch.Restored _ -> false;
            case ColumnMatch.Added it ->
                planning.mayRequire(plan.name(), it.wanted())
                        && (plan.rows() == 0
                                || it.copied().isEmpty() && !it.wanted().fill().isEmpty());
        };
    }

    private void require(TablePlan plan, WantedColumn column, long nulls, FutureTable now) {
        String name = column.name();
        if (nulls > 0) {
            planning.findings()
                    .missing(
                            plan.name(),
                            name,
                            planning.questions().matching(rows(plan, now), Identifiers.quote(name) + " is null"));
        } else if (!planning.isBig(plan.rows())) {
            planning.steps().add(Stage.NULLS, new SchemaStep.SetNotNull(plan.name(), name), plan.rows());
        } else {
            requireWhileRunning(plan, name);
        }
    }

    /** A check that is validated lets PostgreSQL set NOT NULL without looking at the rows under an exclusive lock. */
    private void requireWhileRunning(TablePlan plan, String column) {
        String check = PhysicalNames.notNull(plan.name(), column);
        Optional<Check> begun = plan.table().checks().stream()
                .filter(found -> found.name().equals(check))
                .findFirst();
        if (begun.isEmpty()) {
            planning.steps()
                    .add(
                            Stage.CHECK,
                            new SchemaStep.AddCheck(
                                    plan.name(), check, Identifiers.quote(column) + " is not null", false));
        }
        if (begun.isEmpty() || !begun.get().validated()) {
            planning.steps().add(Stage.AFTERWARDS, new SchemaStep.Validate(plan.name(), check), plan.rows());
        }
        planning.steps().add(Stage.AFTERWARDS, new SchemaStep.SetNotNull(plan.name(), column));
        planning.steps().add(Stage.AFTERWARDS, new SchemaStep.DropCheck(plan.name(), check));
    }
}
