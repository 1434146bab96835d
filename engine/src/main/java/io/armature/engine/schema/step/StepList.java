package io.armature.engine.schema.step;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the steps of a plan and puts them in order. Not safe for several threads. */
public final class StepList {

    private final Map<Stage, List<PlannedStep>> stages = new EnumMap<>(Stage.class);
    private final StepSql sql;
    private final long slowRows;

    /** @param slowRows from how many rows on a step that looks at each is called slow */
    public StepList(String schema, long slowRows) {
        this.sql = new StepSql(schema);
        this.slowRows = slowRows;
    }

    /** Adds a step that looks at no rows. */
    public void add(Stage stage, SchemaStep step) {
        add(stage, step, 0);
    }

    /** Adds a step that looks at or changes so many rows. */
    public void add(Stage stage, SchemaStep step, long rows) {
        add(stage, step, rows >= slowRows ? Risk.SLOW : Risk.SAFE, rows);
    }

    /** Adds a step of which the risk is known. */
    public void add(Stage stage, SchemaStep step, Risk risk, long rows) {
        stages.computeIfAbsent(stage, none -> new ArrayList<>())
                .add(new PlannedStep(step, stage, risk, rows, StepLock.of(step), sql.of(step)));
    }

    /** All steps in the order in which they run. */
    public List<PlannedStep> ordered() {
        return stages.values().stream().flatMap(List::stream).toList();
    }
}
