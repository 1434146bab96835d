package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.data.RowQuestions;
import io.armature.engine.schema.step.StepList;
import java.util.Set;

/**
 * What the planners of one plan share.
 *
 * @param adopting tables that get rows for records which begin to share theirs
 */
record Planning(
        StepList steps, Findings findings, RowQuestions questions, SchemaSettings settings, Set<String> adopting) {

    Planning {
        adopting = Set.copyOf(adopting);
    }

    /** Whether a column may be NOT NULL; in a table that adopts records, only the engine's own can be. */
    boolean mayRequire(String table, WantedColumn column) {
        return switch (column.need()) {
            case OPTIONAL -> false;
            case WHEN_FILLED -> !adopting.contains(table) || !column.fill().isEmpty();
            case ALWAYS -> true;
        };
    }

    boolean isBig(long rows) {
        return rows >= settings.bigRows();
    }
}
