package io.armature.engine.schema;

import io.armature.engine.db.SqlRunner;
import io.armature.engine.schema.TableMatch.How;
import io.armature.engine.schema.blueprint.Blueprint;
import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.Server;
import io.armature.engine.schema.catalogue.Table;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.engine.schema.step.PlannedStep;
import io.armature.engine.schema.step.SchemaStep;
import io.armature.engine.schema.step.Stage;
import io.armature.engine.schema.step.StepList;
import io.armature.metadata.model.Model;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The making of one plan. */
final class PlanRun {

    private final Catalogue catalogue;
    private final Model model;
    private final Blueprint blueprint;
    private final SequencedMap<String, TableMatch> matches;
    private final RowQuestions questions;
    private final LineagePlanner lineage;
    private final Planning planning;
    private final TableSteps tables;
    /** The names that tables of now will have, retired ones included. */
    private final Map<String, String> laterNames = new HashMap<>();
    /** Quoted sources, as they are now, by the names that tables will have. */
    private final Map<String, String> sourcesNow = new HashMap<>();
    /** Quoted names of the tables that will be. */
    private final Map<String, String> sourcesThen = new HashMap<>();

    PlanRun(SqlRunner runner, Catalogue catalogue, Model model, Blueprint blueprint, SchemaSettings settings) {
        this.model = model;
        this.catalogue = catalogue;
        this.blueprint = blueprint;
        this.matches = new TableMatcher(catalogue, blueprint).match();
        this.questions = new RowQuestions(runner, catalogue.schema());
        this.lineage = new LineagePlanner(catalogue, questions, matches);
        StepList steps = new StepList(catalogue.schema(), settings.slowRows());
        this.planning = new Planning(steps, new Findings(), questions, settings, lineage.adopting());
        this.tables = new TableSteps(planning, catalogue);
    }

    SchemaPlan plan() {
        extension();
        new EngineTables(catalogue, planning.findings()).check(model);
        List<Table> leftOver = TableMatcher.leftOver(catalogue, matches);
        Map<String, String> retiring = tables.retire(leftOver);
        name(retiring);
        tables.rename(matches);
        ReferencePlanner references = new ReferencePlanner(planning, this::laterName, sourcesNow);
        leftOver.forEach(references::drop);
        IndexPlanner indexes = new IndexPlanner(planning, operators());
        Map<String, TablePlan> plans = existing();
        lineage.plan(planning, plans, laterNames);
        for (WantedTable wanted : blueprint.tables().values()) {
            TablePlan plan = plans.get(wanted.name());
            if (plan != null) {
                change(plan, indexes, references);
            } else if (tables.create(wanted)) {
                indexes.create(wanted);
                references.create(wanted);
            }
            tables.single(wanted, plan == null ? 0 : plan.rows());
        }
        FormulaPlanner formulas = new FormulaPlanner(planning, model, catalogue.schema());
        plans.values().forEach(formulas::plan);
        List<PlannedStep> steps = planning.steps().ordered();
        LockEstimate.check(steps, catalogue.server(), planning.findings());
        return new SchemaPlan(
                catalogue.schema(),
                catalogue.digest(),
                steps,
                planning.findings().all());
    }

    private void change(TablePlan plan, IndexPlanner indexes, ReferencePlanner references) {
        FutureTable now = new FutureTable(plan.match(), plan.columns(), sourcesNow);
        FutureTable then = new FutureTable(plan.match(), plan.columns(), sourcesThen);
        new ColumnPlanner(planning).plan(plan, now, then);
        tables.removeLoosePairs(plan, sourcesNow, sourcesThen);
        new NullPlanner(planning).plan(plan, now);
        new CheckPlanner(planning).plan(plan, now);
        indexes.plan(plan, now);
        references.plan(plan, now);
    }

    private Map<String, TablePlan> existing() {
        Map<String, TablePlan> plans = new LinkedHashMap<>();
        for (TableMatch match : matches.values()) {
            if (match.how() != How.NEW) {
                plans.put(match.wanted().name(), TablePlan.of(match, columns(match), questions.rows(match.table())));
            }
        }
        return plans;
    }

    private SequencedMap<String, ColumnMatch> columns(TableMatch match) {
        return new ColumnMatcher(questions, this::laterName, matches, match).match();
    }

    private void name(Map<String, String> retiring) {
        laterNames.putAll(retiring);
        matches.forEach((name, match) -> {
            sourcesThen.put(name, questions.quote(name));
            match.source().ifPresent(table -> {
                laterNames.put(table.name(), name);
                sourcesNow.put(name, questions.quote(table.name()));
            });
        });
        Set<String> references = new HashSet<>(blueprint.references());
        references.retainAll(catalogue.tables().keySet());
        for (String reference : references) {
            sourcesNow.put(reference, questions.quote(reference));
            sourcesThen.put(reference, questions.quote(reference));
        }
    }

    private String laterName(String table) {
        return laterNames.getOrDefault(table, table);
    }

    private String operators() {
        String schema = catalogue.server().trigramSchema();
        return schema.isEmpty() ? "public" : schema;
    }

    private void extension() {
        Server server = catalogue.server();
        boolean needed = blueprint.tables().values().stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(index -> index.shape().method().equals("gin"));
        if (needed && server.trigramSchema().isEmpty()) {
            planning.steps().add(Stage.EXTENSION, new SchemaStep.CreateExtension("pg_trgm"));
        }
    }
}
