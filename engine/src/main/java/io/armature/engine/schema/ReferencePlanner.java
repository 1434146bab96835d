package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedForeignKey;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.ForeignKey;
import io.armature.engine.schema.catalogue.ForeignKeyShape;
import io.armature.engine.schema.catalogue.Table;
import io.armature.engine.schema.data.RowQuestions.Answer;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Plans foreign keys: told by what they do, not by their names. */
final class ReferencePlanner {

    private final Planning planning;
    private final StepList steps;
    private final UnaryOperator<String> tableNames;
    private final Map<String, String> targets;

    /**
     * @param tableNames the name that each table will have
     * @param targets quoted sources, as they are now, of the tables by the names they will have
     */
    ReferencePlanner(Planning planning, UnaryOperator<String> tableNames, Map<String, String> targets) {
        this.planning = planning;
        this.steps = planning.steps();
        this.tableNames = tableNames;
        this.targets = targets;
    }

    /** The foreign keys of a table that is made. */
    void create(WantedTable table) {
        table.foreignKeys().forEach(key -> create(table.name(), key, 0));
    }

    /** Drops all foreign keys of a table that is retired. */
    void drop(Table table) {
        table.foreignKeys().stream().filter(ForeignKey::isOurs).forEach(key -> drop(table, key));
    }

    void plan(TablePlan plan, FutureTable now) {
        List<ForeignKey> current = new ArrayList<>(plan.table().foreignKeys());
        for (WantedForeignKey wanted : plan.wanted().foreignKeys()) {
            current.stream()
                    .filter(key -> same(plan, key, wanted))
                    .findFirst()
                    .ifPresentOrElse(
                            key -> {
                                current.remove(key);
                                keep(plan, key, wanted);
                            },
                            () -> add(plan, wanted, now));
        }
        current.stream().filter(ForeignKey::isOurs).forEach(key -> drop(plan.table(), key));
    }

    private boolean same(TablePlan plan, ForeignKey key, WantedForeignKey wanted) {
        ForeignKeyShape shape = key.shape();
        String column = plan.goingOn().getOrDefault(shape.column(), "");
        return new ForeignKeyShape(column, tableNames.apply(shape.target()), shape.onDelete()).equals(wanted.shape());
    }

    private void keep(TablePlan plan, ForeignKey key, WantedForeignKey wanted) {
        if (!key.name().equals(wanted.name())) {
            steps.add(Stage.NAMES, new SchemaStep.RenameConstraint(plan.name(), key.name(), wanted.name()));
        }
        if (!key.validated()) {
            steps.add(Stage.AFTERWARDS, new SchemaStep.Validate(plan.name(), wanted.name()), plan.rows());
        }
    }

    private void add(TablePlan plan, WantedForeignKey wanted, FutureTable now) {
        if (plan.rows() > 0 && leadsElsewhere(plan, wanted.shape())) {
            guard(plan, wanted.shape(), now);
        }
        create(plan.name(), wanted, plan.rows());
    }

    /** Whether values may lead nowhere: not for new columns, nor where rows are adopted or removed to fit. */
    private static boolean leadsElsewhere(TablePlan plan, ForeignKeyShape shape) {
        return !shape.column().equals(SystemFields.ID)
                && !(plan.wanted().isJunction() && plan.match().isRestored())
                && plan.filled().anyMatch(column -> column.wanted().name().equals(shape.column()));
    }

    private void guard(TablePlan plan, ForeignKeyShape shape, FutureTable now) {
        String column = "future." + Identifiers.quote(shape.column());
        String target = targets.get(shape.target());
        String missing = target == null
                ? column + " is not null"
                : column + " is not null and not exists (select from " + target + " target where target.\"id\" = "
                        + column + ")";
        Answer answer = planning.questions()
                .matching(
                        now.rows(planning.questions().quote(plan.table().name())),
                        plan.wanted().isJunction() ? Relation.Links.SOURCE : SystemFields.ID,
                        missing);
        if (answer.rows() > 0) {
            planning.findings().dangling(plan.name(), shape.column(), answer);
        }
    }

    private void create(String table, WantedForeignKey wanted, long rows) {
        boolean big = planning.isBig(rows);
        steps.add(
                Stage.REFERENCE,
                new SchemaStep.AddForeignKey(table, wanted.name(), wanted.shape(), !big),
                big ? 0 : rows);
        if (big) {
            steps.add(Stage.AFTERWARDS, new SchemaStep.Validate(table, wanted.name()), rows);
        }
    }

    private void drop(Table table, ForeignKey key) {
        steps.add(Stage.DROP, new SchemaStep.DropForeignKey(table.name(), key.name()));
    }
}
