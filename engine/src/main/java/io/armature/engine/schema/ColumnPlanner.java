package io.armature.engine.schema;

import io.armature.engine.schema.ColumnMatch.Added;
import io.armature.engine.schema.ColumnMatch.Converted;
import io.armature.engine.schema.ColumnMatch.Restored;
import io.armature.engine.schema.ColumnMatch.Same;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Mark;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.engine.schema.data.RowQuestions.Answer;
import io.armature.engine.schema.step.Risk;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.SchemaStep.ColumnSpec;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import io.armature.metadata.expression.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans the columns of a table that goes on. */
final class ColumnPlanner {

    private final Planning planning;
    private final StepList steps;
    private final RowQuestions questions;

    ColumnPlanner(Planning planning) {
        this.planning = planning;
        this.steps = planning.steps();
        this.questions = planning.questions();
    }

    /**
     * @param now the rows as they will be, asked of the tables as they are
     * @param then the same, to be used when all tables and columns have their new names
     */
    void plan(TablePlan plan, FutureTable now, FutureTable then) {
        plan.retiring().forEach((column, retired) -> retire(plan, column, retired));
        renames(plan);
        for (ColumnMatch column : plan.columns().values()) {
            switch (column) {
                case Same _ -> {}
                case Converted it -> convert(plan, it);
                case Restored it -> restore(plan, it);
                case Added it -> add(plan, it);
            }
            if ((plan.rows() > 0 || mayLackValues(plan, column)) && now.changes(column)) {
                fill(plan, column, now, then);
            }
        }
    }

    private void retire(TablePlan plan, String name, String retired) {
        Column column = plan.table().columns().get(name);
        if (column == null) {
            throw new IllegalArgumentException("No column " + name);
        }
        long values = plan.rows() == 0
                ? 0
                : questions
                        .matching(
                                questions.quote(plan.table().name()),
                                key(plan),
                                Identifiers.quote(name) + " is not null")
                        .rows();
        String target = plan.table().target(name);
        Mark mark = column.mark().retire(name, target.isEmpty() ? column.mark().target() : target);
        steps.add(
                Stage.COLUMN_RETIRE,
                new SchemaStep.RetireColumn(plan.name(), name, retired, column.notNull(), mark),
                values > 0 ? Risk.DESTRUCTIVE : Risk.SAFE,
                values);
    }

    private static String key(TablePlan plan) {
        return plan.wanted().isJunction() ? "source" : "id";
    }

    private void renames(TablePlan plan) {
        List<SchemaStep.RenameColumn> waiting = new ArrayList<>();
        for (ColumnMatch match : plan.columns().values()) {
            if (!(match instanceof Restored)) {
                match.goesOn()
                        .filter(column -> !column.name().equals(match.wanted().name()))
                        .ifPresent(column -> waiting.add(rename(plan, match, column)));
            }
        }
        RenameOrder.of(waiting, SchemaStep.RenameColumn::from, SchemaStep.RenameColumn::column)
                .forEach(rename -> steps.add(Stage.COLUMN_RENAME, rename));
    }

    private static SchemaStep.RenameColumn rename(TablePlan plan, ColumnMatch match, Column column) {
        return new SchemaStep.RenameColumn(
                plan.name(), column.name(), match.wanted().name(), laterMark(match));
    }

    /** What is remembered of the column once the plan is done. */
    static Mark laterMark(ColumnMatch match) {
        WantedColumn wanted = match.wanted();
        return switch (match) {
            case Same it -> named(it.column(), wanted);
            case Converted it -> named(it.column(), wanted);
            case Restored it -> it.column().mark().restore();
            case Added _ -> Mark.column(wanted.formerNames(), wanted.formula());
        };
    }

    private static Mark named(Column column, WantedColumn wanted) {
        Mark mark = column.mark();
        if (column.name().equals(wanted.name())) {
            return mark;
        }
        return mark.formerly().contains(wanted.name())
                ? mark.backTo(wanted.name())
                : mark.renamedFrom(column.name(), wanted.formerNames());
    }

    private void convert(TablePlan plan, Converted it) {
        String name = it.wanted().name();
        String using = it.conversion().using().apply(Identifiers.quote(name));
        steps.add(
                Stage.COLUMN_CONVERT,
                new SchemaStep.ChangeType(
                        plan.name(), name, it.column().type(), it.wanted().type(), using),
                plan.rows());
    }

    private void restore(TablePlan plan, Restored it) {
        WantedColumn wanted = it.wanted();
        steps.add(
                Stage.COLUMN_RENAME,
                new SchemaStep.RestoreColumn(
                        plan.name(), it.column().name(), wanted.name(), wanted.defaultValue(), laterMark(it)));
    }

    private void add(TablePlan plan, Added it) {
        WantedColumn wanted = it.wanted();
        boolean filled = it.copied().isEmpty() && !wanted.fill().isEmpty();
        boolean notNull = planning.mayRequire(plan.name(), wanted) && (plan.rows() == 0 || filled);
        ColumnSpec column = new ColumnSpec(wanted.name(), wanted.type(), notNull, wanted.defaultValue());
        boolean keepDefault = !wanted.defaultValue().isEmpty();
        String fill = keepDefault ? wanted.defaultValue() : filled ? wanted.fill() : "";
        steps.add(Stage.COLUMN_ADD, new SchemaStep.AddColumn(plan.name(), column, fill, keepDefault));
        Mark mark = laterMark(it);
        if (!mark.equals(Mark.NONE)) {
            steps.add(Stage.MARK, new SchemaStep.MarkColumn(plan.name(), wanted.name(), mark));
        }
        if (it.copied().isEmpty() && wanted.formula().isEmpty() && plan.rows() > 0) {
            it.replaced().ifPresent(replaced -> allLost(plan, it, replaced));
        }
    }

    /** No value of the replaced column means anything in the new one. */
    private void allLost(TablePlan plan, Added it, Column replaced) {
        Answer lost = questions.matching(
                questions.quote(plan.table().name()), key(plan), Identifiers.quote(replaced.name()) + " is not null");
        if (lost.rows() > 0) {
            planning.findings().notCast(plan.name(), it.wanted().name(), lost);
        }
    }

    private void fill(TablePlan plan, ColumnMatch match, FutureTable now, FutureTable then) {
        String name = match.wanted().name();
        String column = Identifiers.quote(name);
        String value = then.value(match, plan::laterName);
        String source = questions.quote(plan.table().name()) + " as t";
        boolean added = match instanceof Added;
        String before = added
                ? "null::" + match.wanted().type()
                : "t." + Identifiers.quote(match.goesOn().orElseThrow().name());
        Answer changed = questions.matching(
                "(select t.id, " + before + " as before, " + now.value(match, UnaryOperator.identity())
                        + " as after from " + source + ")",
                "before is distinct from after");
        if (changed.rows() > 0 || mayLackValues(plan, match)) {
            steps.add(
                    Stage.BACKFILL,
                    new SchemaStep.Backfill(
                            plan.name(),
                            (added ? "copy what fits into " : "bring up to date ") + name,
                            "update " + questions.quote(plan.name()) + " as t set " + column + " = " + value
                                    + " where t." + column + " is distinct from " + value),
                    changed.rows());
        }
        if (match instanceof Added it && it.copied().isPresent()) {
            lost(plan, it, it.copied().get(), now);
        }
    }

    /**
     * A column that comes back and is required may lack values by the time of the change, though it lacks none now: whoever writes
     * meanwhile does not know it. Where looking for them costs little, it is looked.
     */
    private boolean mayLackValues(TablePlan plan, ColumnMatch match) {
        return match instanceof Restored it && it.wanted().filled() && !planning.isBig(plan.rows());
    }

    private void lost(TablePlan plan, Added it, ColumnMatch.Copy copy, FutureTable now) {
        Answer lost = questions.matching(
                "(select t.id, t." + Identifiers.quote(copy.column().name()) + " as before, "
                        + now.value(it, UnaryOperator.identity()) + " as after from "
                        + questions.quote(plan.table().name()) + " as t)",
                "before is not null and after is null");
        if (lost.rows() > 0) {
            planning.findings().notCast(plan.name(), it.wanted().name(), lost);
        }
    }
}
