package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedIndex;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Index;
import io.armature.engine.schema.catalogue.IndexShape;
import io.armature.engine.schema.data.RowQuestions.Answer;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.type.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans indexes: told by what they do, not by their names, so that renames keep them. */
final class IndexPlanner {

    /** Bytes; PostgreSQL's limit, less what an entry needs beside its texts. */
    private static final int LONGEST_ENTRY = 2600;

    private final Planning planning;
    private final StepList steps;
    private final String operators;

    /** @param operators the schema of the trigram operators */
    IndexPlanner(Planning planning, String operators) {
        this.planning = planning;
        this.steps = planning.steps();
        this.operators = operators;
    }

    /** The indexes of a table that is made. */
    void create(WantedTable table) {
        table.indexes().forEach(index -> create(table.name(), index, 0));
    }

    void plan(TablePlan plan, FutureTable now) {
        List<Index> current = new ArrayList<>(plan.table().indexes());
        List<SchemaStep.RenameIndex> renames = new ArrayList<>();
        for (WantedIndex wanted : plan.wanted().indexes()) {
            Index kept = find(plan, current, wanted);
            if (kept == null) {
                add(plan, wanted, now);
            } else {
                current.remove(kept);
                if (!kept.name().equals(wanted.name())) {
                    renames.add(new SchemaStep.RenameIndex(plan.name(), kept.name(), wanted.name()));
                }
            }
        }
        current.stream()
                .filter(Index::isOurs)
                .forEach(index -> steps.add(
                        Stage.DROP, new SchemaStep.DropIndex(plan.table().name(), index.name())));
        RenameOrder.of(renames, SchemaStep.RenameIndex::from, SchemaStep.RenameIndex::name)
                .forEach(rename -> steps.add(Stage.NAMES, rename));
    }

    private static @Nullable Index find(TablePlan plan, List<Index> current, WantedIndex wanted) {
        Map<String, String> names = plan.goingOn();
        return current.stream()
                .filter(index -> index.isOurs() && index.valid())
                .filter(index -> plan.keeps(index.shape().columns()))
                .filter(index -> index.shape()
                        .rename(column -> names.getOrDefault(column, column))
                        .equals(wanted.shape()))
                .findFirst()
                .orElse(null);
    }

    private void add(TablePlan plan, WantedIndex wanted, FutureTable now) {
        if (wanted.shape().unique() && plan.rows() > 1) {
            guardUnique(plan, wanted.shape(), now);
        }
        if (plan.rows() > 0 && !fits(plan, wanted.shape(), now)) {
            return;
        }
        create(plan.name(), wanted, plan.rows());
    }

    /**
     * Whether all texts are short enough for an index that only makes reading faster. Longer than their field allows now they may be
     * of old: then it is left for a later plan, as their check is.
     */
    private boolean fits(TablePlan plan, IndexShape shape, FutureTable now) {
        Set<String> filled = filled(plan);
        List<String> texts = shape.unique() || !shape.method().equals("btree")
                ? List.of()
                : shape.columns().stream()
                        .filter(filled::contains)
                        .filter(column -> isText(plan, column))
                        .map(column -> "coalesce(octet_length(" + Identifiers.quote(column) + "), 0)")
                        .toList();
        return texts.isEmpty()
                || planning.questions()
                                .matching(
                                        now.rows(planning.questions()
                                                .quote(plan.table().name())),
                                        String.join(" + ", texts) + " > " + LONGEST_ENTRY)
                                .rows()
                        == 0;
    }

    private static boolean isText(TablePlan plan, String column) {
        return Optional.ofNullable(plan.wanted().columns().get(column))
                .filter(wanted -> wanted.type().equals(ColumnType.TEXT.sql()))
                .isPresent();
    }

    private static Set<String> filled(TablePlan plan) {
        Set<String> filled = new HashSet<>();
        plan.filled().forEach(column -> filled.add(column.wanted().name()));
        return filled;
    }

    private void guardUnique(TablePlan plan, IndexShape shape, FutureTable now) {
        if (shape.columns().isEmpty()) {
            planning.findings().notSingle(plan.name(), plan.rows());
            return;
        }
        if (filled(plan).containsAll(shape.columns())) {
            Answer answer = planning.questions()
                    .duplicates(
                            now.rows(planning.questions().quote(plan.table().name())),
                            shape.columns(),
                            shape.condition());
            if (answer.rows() > 0) {
                planning.findings().duplicates(plan.name(), shape.columns(), answer);
            }
        }
    }

    private void create(String table, WantedIndex wanted, long rows) {
        boolean big = planning.isBig(rows);
        steps.add(
                big ? Stage.AFTERWARDS : Stage.INDEX,
                new SchemaStep.CreateIndex(table, wanted.name(), wanted.shape(), operators, big),
                rows);
    }
}
