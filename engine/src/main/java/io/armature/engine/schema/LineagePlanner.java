package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.Table;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans what happens to records when an entity begins to share the record of another, or ceases to. Beginning, each of
 * its rows needs one in every ancestor's table; ceasing, it takes version, dates and owner along.
 */
final class LineagePlanner {

    private final Catalogue catalogue;
    private final RowQuestions questions;
    private final SequencedMap<String, TableMatch> matches;
    private final List<Adoption> adoptions = new ArrayList<>();

    /** @param rows of the child that the ancestor's table lacks */
    private record Adoption(String child, WantedTable ancestor, long rows) {}

    LineagePlanner(Catalogue catalogue, RowQuestions questions, SequencedMap<String, TableMatch> matches) {
        this.catalogue = catalogue;
        this.questions = questions;
        this.matches = matches;
        matches.values().forEach(this::findAdoptions);
    }

    /** The tables that get rows. */
    Set<String> adopting() {
        return adoptions.stream().map(adoption -> adoption.ancestor().name()).collect(Collectors.toSet());
    }

    private void findAdoptions(TableMatch match) {
        List<String> ancestors = match.wanted().ancestors();
        if (ancestors.isEmpty() || match.source().isEmpty() || questions.rows(match.table()) == 0) {
            return;
        }
        Optional<Table> parent = source(ancestors.getLast());
        if (parent.isPresent() && parent.get().name().equals(match.table().target(SystemFields.ID))) {
            return;
        }
        for (String ancestor : ancestors) {
            TableMatch above = matches.get(ancestor);
            if (above != null) {
                long missing = missing(match.table(), above.source());
                if (missing > 0) {
                    adoptions.add(new Adoption(match.wanted().name(), above.wanted(), missing));
                }
            }
        }
    }

    private long missing(Table child, Optional<Table> ancestor) {
        return ancestor.map(table -> questions
                        .matching(
                                questions.quote(child.name()),
                                "not exists (select from " + questions.quote(table.name())
                                        + " a where a.\"id\" = future.\"id\")")
                        .rows())
                .orElseGet(() -> questions.rows(child));
    }

    private Optional<Table> source(String wanted) {
        return Optional.ofNullable(matches.get(wanted)).flatMap(TableMatch::source);
    }

    /** Adds the steps. */
    void plan(Planning planning, Map<String, TablePlan> plans, Map<String, String> laterTables) {
        for (Adoption adoption : adoptions) {
            TablePlan child = plans.get(adoption.child());
            if (child != null) {
                planning.steps()
                        .add(
                                Stage.BACKFILL,
                                new SchemaStep.Backfill(
                                        adoption.ancestor().name(),
                                        "give the records of " + adoption.child() + " a row",
                                        insert(adoption.ancestor(), child)),
                                adoption.rows());
            }
        }
        plans.values().forEach(plan -> takeAlong(planning, plan, plans, laterTables));
    }

    private String insert(WantedTable ancestor, TablePlan child) {
        Map<String, String> values = new LinkedHashMap<>();
        for (WantedColumn column : ancestor.columns().values()) {
            boolean system = SystemFields.ALL.contains(column.name());
            if (system && child.table().columns().containsKey(column.name())) {
                values.put(column.name(), "t." + Identifiers.quote(child.laterName(column.name())));
            } else if (!system && !column.fill().isEmpty()) {
                values.put(column.name(), column.fill());
            }
        }
        String columns = values.keySet().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String table = questions.quote(ancestor.name());
        return "insert into " + table + " (" + columns + ") select " + String.join(", ", values.values()) + " from "
                + questions.quote(child.name()) + " as t where not exists (select from " + table
                + " a where a.\"id\" = t.\"id\")";
    }

    /** New system columns of a table that had an ancestor take the values that stood there. */
    private void takeAlong(
            Planning planning, TablePlan plan, Map<String, TablePlan> plans, Map<String, String> laterTables) {
        Optional<Table> root = formerRoot(plan.table());
        if (root.isEmpty() || plan.rows() == 0 || !plan.wanted().ancestors().isEmpty()) {
            return;
        }
        String rootNow = root.get().name();
        Optional<TablePlan> rootPlan = plans.values().stream()
                .filter(other -> other.table().name().equals(rootNow))
                .findFirst();
        List<String> sets = plan.columns().values().stream()
                .filter(column -> column instanceof ColumnMatch.Added)
                .map(column -> column.wanted().name())
                .filter(name ->
                        SystemFields.ALL.contains(name) && root.get().columns().containsKey(name))
                .map(name -> Identifiers.quote(name) + " = r."
                        + Identifiers.quote(
                                rootPlan.map(other -> other.laterName(name)).orElse(name)))
                .toList();
        if (!sets.isEmpty()) {
            String rootLater = questions.quote(laterTables.getOrDefault(rootNow, rootNow));
            planning.steps()
                    .add(
                            Stage.BACKFILL,
                            new SchemaStep.Backfill(
                                    plan.name(),
                                    "take along what stood in " + rootNow,
                                    "update " + questions.quote(plan.name()) + " as t set " + String.join(", ", sets)
                                            + " from " + rootLater + " as r where r.\"id\" = t.\"id\""),
                            plan.rows());
        }
    }

    private Optional<Table> formerRoot(Table table) {
        Optional<Table> root = Optional.empty();
        String next = table.target(SystemFields.ID);
        while (!next.isEmpty()) {
            root = catalogue.table(next);
            next = root.map(found -> found.target(SystemFields.ID)).orElse("");
        }
        return root;
    }
}
