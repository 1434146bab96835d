package io.armature.engine.transfer;

import io.armature.metadata.problem.Problem;
import java.util.List;

/**
 * What became of a file.
 *
 * @param kept whether what is counted here was kept
 * @param errors the first rows that were refused, with what is wrong in them
 * @param leftOut columns that were left out, as nobody can set what they hold
 */
public record ImportReport(
        long rows,
        long created,
        long updated,
        long unchanged,
        long refused,
        boolean kept,
        List<RowErrors> errors,
        List<String> leftOut) {

    public ImportReport {
        errors = List.copyOf(errors);
        leftOut = List.copyOf(leftOut);
    }

    public ImportReport(
            long rows, long created, long updated, long unchanged, long refused, boolean kept, List<RowErrors> errors) {
        this(rows, created, updated, unchanged, refused, kept, errors, List.of());
    }

    /** What is wrong in one row. */
    public record RowErrors(long row, List<Problem> problems) {
        public RowErrors {
            problems = List.copyOf(problems);
        }
    }
}
