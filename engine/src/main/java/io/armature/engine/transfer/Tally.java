package io.armature.engine.transfer;

import io.armature.engine.record.RowResult;
import io.armature.engine.write.Written;
import io.armature.metadata.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of rows. Not safe for several threads. */
final class Tally {

    private static final int MOST_ERRORS = 1_000;

    private long created;
    private long updated;
    private long unchanged;
    private long refused;
    private final List<ImportReport.RowErrors> errors = new ArrayList<>();

    void add(long row, RowResult result) {
        result.written().ifPresent(this::count);
        if (!result.problems().isEmpty()) {
            refuse(row, result.problems());
        }
    }

    /** A row of which nothing is taken in. */
    void leave() {
        unchanged++;
    }

    void refuse(long row, List<Problem> problems) {
        refused++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(new ImportReport.RowErrors(row, problems));
        }
    }

    private void count(Written written) {
        if (!written.changed()) {
            unchanged++;
        } else if (written.outcome() == Written.Outcome.CREATED) {
            created++;
        } else {
            updated++;
        }
    }

    long refused() {
        return refused;
    }

    /** What became of the rows so far, without what is wrong in them. */
    ImportReport counts() {
        return new ImportReport(
                created + updated + unchanged + refused, created, updated, unchanged, refused, false, List.of());
    }

    ImportReport report(boolean kept, List<String> leftOut) {
        errors.sort(java.util.Comparator.comparingLong(ImportReport.RowErrors::row));
        return new ImportReport(
                created + updated + unchanged + refused, created, updated, unchanged, refused, kept, errors, leftOut);
    }
}
