package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedCheck;
import io.armature.engine.schema.catalogue.Check;
import io.armature.engine.schema.data.RowQuestions.Answer;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import io.armature.metadata.model.PhysicalNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Plans the checks of a table that goes on. A check that rows break waits until they are right. */
final class CheckPlanner {

    private final Planning planning;
    private final StepList steps;

    CheckPlanner(Planning planning) {
        this.planning = planning;
        this.steps = planning.steps();
    }

    void plan(TablePlan plan, FutureTable now) {
        Map<String, Check> kept = kept(plan);
        for (WantedCheck wanted : plan.wanted().checks()) {
            Check check = kept.get(wanted.name());
            if (check == null) {
                add(plan, wanted, now);
            } else {
                keep(plan, wanted, check);
            }
        }
    }

    /** Checks that go on, by the names they will have; all others of ours are dropped. */
    private Map<String, Check> kept(TablePlan plan) {
        Set<String> names = new HashSet<>();
        plan.wanted().checks().forEach(check -> names.add(check.name()));
        Map<String, Check> kept = new HashMap<>();
        for (Check check : plan.table().checks()) {
            String name = laterName(plan, check.name());
            if (names.contains(name) && plan.keeps(check.columns())) {
                kept.put(name, check);
            } else if (check.isOurs() && !isBegun(plan, check)) {
                steps.add(Stage.DROP, new SchemaStep.DropCheck(plan.table().name(), check.name()));
            }
        }
        return kept;
    }

    /** Whether the check stands in for a NOT NULL that is on its way. */
    private boolean isBegun(TablePlan plan, Check check) {
        return plan.columns().values().stream()
                .filter(column -> planning.mayRequire(plan.name(), column.wanted()))
                .filter(column -> column instanceof ColumnMatch.Same same
                        && !same.column().notNull())
                .anyMatch(column -> check.name()
                        .equals(PhysicalNames.notNull(
                                plan.name(), column.wanted().name())));
    }

    /** When a table gets another name, its checks do too; a name that was shortened is not recognised. */
    private static String laterName(TablePlan plan, String name) {
        String prefix = plan.table().name() + "$";
        return name.startsWith(prefix) ? plan.name() + "$" + name.substring(prefix.length()) : name;
    }

    private void keep(TablePlan plan, WantedCheck wanted, Check check) {
        if (!check.name().equals(wanted.name())) {
            steps.add(Stage.NAMES, new SchemaStep.RenameConstraint(plan.name(), check.name(), wanted.name()));
        }
        if (!check.validated()) {
            steps.add(Stage.AFTERWARDS, new SchemaStep.Validate(plan.name(), wanted.name()), plan.rows());
        }
    }

    private void add(TablePlan plan, WantedCheck wanted, FutureTable now) {
        if (plan.rows() > 0) {
            Answer broken = planning.questions()
                    .matching(
                            now.rows(planning.questions().quote(plan.table().name())),
                            "not (" + wanted.condition() + ")");
            if (broken.rows() > 0) {
                planning.findings().broken(plan.name(), wanted.condition(), broken);
                return;
            }
        }
        boolean big = planning.isBig(plan.rows());
        steps.add(
                Stage.CHECK,
                new SchemaStep.AddCheck(plan.name(), wanted.name(), wanted.condition(), !big),
                big ? 0 : plan.rows());
        if (big) {
            steps.add(Stage.AFTERWARDS, new SchemaStep.Validate(plan.name(), wanted.name()), plan.rows());
        }
    }
}
