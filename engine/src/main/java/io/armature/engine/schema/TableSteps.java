package io.armature.engine.schema;

import io.armature.engine.schema.TableMatch.How;
import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.blueprint.WantedForeignKey;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.catalogue.Index;
import io.armature.engine.schema.catalogue.Mark;
import io.armature.engine.schema.catalogue.Table;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.engine.schema.step.Risk;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.SchemaStep.AddCheck;
import io.armature.engine.schema.step.SchemaStep.ColumnSpec;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.PhysicalNames;
import io.armature.metadata.model.Relation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plans whole tables: made, renamed, retired, restored. */
final class TableSteps {

    private final Planning planning;
    private final StepList steps;
    private final RowQuestions questions;
    private final Catalogue catalogue;

    TableSteps(Planning planning, Catalogue catalogue) {
        this.planning = planning;
        this.steps = planning.steps();
        this.questions = planning.questions();
        this.catalogue = catalogue;
    }

    /** Retires tables; the names that they get. */
    Map<String, String> retire(List<Table> tables) {
        Set<String> taken = new HashSet<>(catalogue.tables().keySet());
        Map<String, String> names = new LinkedHashMap<>();
        for (Table table : tables) {
            String retired = RetiredNames.next(table.name(), taken);
            taken.add(retired);
            names.put(table.name(), retired);
            long rows = questions.rows(table);
            table.indexes().stream()
                    .filter(Index::isOurs)
                    .forEach(index -> steps.add(Stage.DROP, new SchemaStep.DropIndex(table.name(), index.name())));
            steps.add(
                    Stage.TABLE_RETIRE,
                    new SchemaStep.RetireTable(
                            table.name(),
                            retired,
                            table.primaryKey(),
                            PhysicalNames.primaryKey(retired),
                            table.mark().retire(table.name(), "")),
                    rows > 0 ? Risk.DESTRUCTIVE : Risk.SAFE,
                    rows);
            rememberLinks(table, retired);
        }
        return names;
    }

    /** A retired table has no foreign keys, so its columns remember where they led. */
    private void rememberLinks(Table table, String retired) {
        for (Column column : table.columns().values()) {
            String target = table.target(column.name());
            if (!target.isEmpty()) {
                steps.add(
                        Stage.MARK,
                        new SchemaStep.MarkColumn(
                                retired, column.name(), column.mark().retire("", target)));
            }
        }
    }

    private void forgetLinks(Table table, String restored) {
        for (Column column : table.columns().values()) {
            if (!column.mark().target().isEmpty() && !column.mark().isRetired()) {
                steps.add(
                        Stage.TABLE_CREATE,
                        new SchemaStep.MarkColumn(
                                restored, column.name(), column.mark().restore()));
            }
        }
    }

    /** Gives tables that go on their names; tables that keep theirs only get their mark right. */
    void rename(Map<String, TableMatch> matches) {
        List<SchemaStep.RenameTable> renames = new ArrayList<>();
        for (TableMatch match : matches.values()) {
            WantedTable wanted = match.wanted();
            match.source().ifPresent(table -> {
                if (match.how() == How.RENAMED && isFree(wanted.name())) {
                    renames.add(renamed(table, wanted));
                } else if (match.how() == How.RESTORED && isFree(wanted.name())) {
                    steps.add(Stage.TABLE_CREATE, restored(table, wanted));
                    forgetLinks(table, wanted.name());
                }
            });
        }
        RenameOrder.of(renames, SchemaStep.RenameTable::from, SchemaStep.RenameTable::table)
                .forEach(rename -> steps.add(Stage.TABLE_RENAME, rename));
    }

    private static SchemaStep.RenameTable renamed(Table table, WantedTable wanted) {
        Mark mark = table.mark().owner(wanted.entity(), wanted.field());
        boolean back = mark.formerly().contains(wanted.name());
        return new SchemaStep.RenameTable(
                table.name(),
                wanted.name(),
                table.primaryKey(),
                PhysicalNames.primaryKey(wanted.name()),
                back ? mark.backTo(wanted.name()) : mark.renamedFrom(table.name(), wanted.formerNames()));
    }

    private static SchemaStep.RestoreTable restored(Table table, WantedTable wanted) {
        return new SchemaStep.RestoreTable(
                table.name(),
                wanted.name(),
                table.primaryKey(),
                PhysicalNames.primaryKey(wanted.name()),
                table.mark().restore().owner(wanted.entity(), wanted.field()));
    }

    /** Whether the name is not taken by a table that we did not make. */
    private boolean isFree(String name) {
        boolean taken = catalogue
                .table(name)
                .filter(table -> table.mark().entity().isEmpty())
                .isPresent();
        if (taken) {
            planning.findings().nameTaken(name);
        }
        return !taken;
    }

    /** Makes a table; false when its name is taken. */
    boolean create(WantedTable wanted) {
        if (!isFree(wanted.name())) {
            return false;
        }
        steps.add(
                Stage.TABLE_CREATE,
                new SchemaStep.CreateTable(
                        wanted.name(),
                        wanted.columns().values().stream()
                                .map(column -> spec(wanted, column))
                                .toList(),
                        PhysicalNames.primaryKey(wanted.name()),
                        wanted.primaryKey(),
                        wanted.checks().stream()
                                .map(check -> new AddCheck(wanted.name(), check.name(), check.condition(), true))
                                .toList(),
                        Mark.of(wanted.entity(), wanted.field(), wanted.formerNames())));
        wanted.columns().values().forEach(column -> mark(wanted.name(), column));
        return true;
    }

    private void mark(String table, WantedColumn column) {
        Mark mark = Mark.column(column.formerNames(), column.formula());
        if (!mark.equals(Mark.NONE)) {
            steps.add(Stage.MARK, new SchemaStep.MarkColumn(table, column.name(), mark));
        }
    }

    private ColumnSpec spec(WantedTable table, WantedColumn column) {
        return new ColumnSpec(
                column.name(), column.type(), planning.mayRequire(table.name(), column), column.defaultValue());
    }

    /** A table for one row has one from the start. */
    void single(WantedTable wanted, long rows) {
        if (!wanted.single() || rows > 0 || !wanted.ancestors().isEmpty()) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        UUID id = UUID.nameUUIDFromBytes(("single " + wanted.entity()).getBytes(StandardCharsets.UTF_8));
        values.put("id", "'" + id + "'");
        for (WantedColumn column : wanted.columns().values()) {
            if (!column.fill().isEmpty() && column.defaultValue().isEmpty()) {
                values.put(column.name(), column.fill());
            }
        }
        String columns = values.keySet().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        Collection<String> literals = values.values();
        steps.add(
                Stage.BACKFILL,
                new SchemaStep.Backfill(
                        wanted.name(),
                        "make the one record",
                        "insert into " + questions.quote(wanted.name()) + " (" + columns + ") values ("
                                + String.join(", ", literals) + ")"));
    }

    /** Pairs of a restored many-to-many table of which an end is gone, go as they would have gone with it. */
    void removeLoosePairs(TablePlan plan, Map<String, String> sourcesNow, Map<String, String> sourcesThen) {
        if (!plan.wanted().isJunction() || !plan.match().isRestored() || plan.rows() == 0) {
            return;
        }
        long loose = questions
                .matching(
                        questions.quote(plan.table().name()), Relation.Links.SOURCE, loose(plan, "future", sourcesNow))
                .rows();
        if (loose > 0) {
            steps.add(
                    Stage.BACKFILL,
                    new SchemaStep.Backfill(
                            plan.name(),
                            "remove pairs of which an end is gone",
                            "delete from " + questions.quote(plan.name()) + " as t where "
                                    + loose(plan, "t", sourcesThen)),
                    loose);
        }
    }

    private static String loose(TablePlan plan, String alias, Map<String, String> sources) {
        return plan.wanted().foreignKeys().stream()
                .map(WantedForeignKey::shape)
                .map(shape -> sources.containsKey(shape.target())
                        ? "not exists (select from " + sources.get(shape.target()) + " e where e.\"id\" = " + alias
                                + "." + Identifiers.quote(shape.column()) + ")"
                        : "true")
                .collect(Collectors.joining(" or "));
    }
}
