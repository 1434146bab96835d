package io.armature.engine.record;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.write.Change;
import io.armature.engine.write.RecordWriter;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes those rows that can be written. All go together; when PostgreSQL or a rule refuses, each half goes alone, and so
 * on down to the rows at fault: a few savepoints for a few bad rows, not one for each good one. Where functions may call other
 * servers, each row goes alone from the beginning: what they did there for one is not undone and done again for another's fault.
 */
public final class PartialWriter {

    private final RecordWriter writer;

    public PartialWriter(RecordWriter writer) {
        this.writer = writer;
    }

    /** A result for each row, in their order. */
    public List<RowResult> write(
            RequestContext context, Transaction transaction, List<? extends Change> rows, WriteOptions options) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (rows.size() > 1 && reachOthers(context, rows)) {
            return rows.stream()
                    .flatMap(row -> write(context, transaction, List.of(row), options).stream())
                    .toList();
        }
        try {
            return transaction.nested(part -> writer.write(context, part, rows, options)).stream()
                    .map(RowResult::done)
                    .toList();
        } catch (ProblemException refused) {
            if (rows.size() == 1) {
                return List.of(RowResult.refused(rows.getFirst().path(), refused.problems()));
            }
        }
        int middle = rows.size() / 2;
        List<RowResult> results = new ArrayList<>(write(context, transaction, rows.subList(0, middle), options));
        results.addAll(write(context, transaction, rows.subList(middle, rows.size()), options));
        return results;
    }

    private boolean reachOthers(RequestContext context, List<? extends Change> rows) {
        return rows.stream()
                .map(Change::entity)
                .distinct()
                .anyMatch(entity -> writer.reachesOthers(context.model(), entity));
    }
}
