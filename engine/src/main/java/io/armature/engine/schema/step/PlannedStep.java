package io.armature.engine.schema.step;

import java.util.List;

/**
 * A step with what it costs.
 *
 * @param rows that it looks at or changes
 * @param lock of PostgreSQL that it holds on its table; empty for none
 * @param sql its statements, in order
 */
public record PlannedStep(SchemaStep step, Stage stage, Risk risk, long rows, String lock, List<String> sql) {

    public PlannedStep {
        sql = List.copyOf(sql);
    }

    /** As a line of the printed plan. */
    public String text() {
        return StepText.of(step) + (rows > 0 ? " (" + rows + (rows == 1 ? " row)" : " rows)") : "");
    }

    /** The name of the kind of step, such as {@code CreateTable}. */
    public String kind() {
        return step.getClass().getSimpleName();
    }

    public boolean afterCommit() {
        return stage == Stage.AFTERWARDS;
    }
}
