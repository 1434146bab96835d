package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.write.BatchReader;
import io.armature.engine.write.Change;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes many records of one entity in one request. */
public final class Batches {

    private final Records records;
    private final PartialWriter partial;

    public Batches(Records records, PartialWriter partial) {
        this.records = records;
        this.partial = partial;
    }

    /**
     * Makes the changes of {@code {create: […], update: […], delete: […], atomic}}.
     *
     * @return a result for each row in the order delete, update, create; without {@code atomic: false} all are done
     * @throws ProblemException when {@code atomic} is not false and one row cannot be written: then none is
     */
    public List<RowResult> run(RequestContext context, Entity entity, JsonNode json, WriteOptions options) {
        BatchReader reader = new BatchReader(context.model(), options.privileged());
        List<BatchReader.Row> rows = reader.read(entity, json);
        if (!json.path("atomic").isBoolean() || json.path("atomic").booleanValue()) {
            return whole(context, rows, options);
        }
        return parts(context, rows, options);
    }

    private List<RowResult> whole(RequestContext context, List<BatchReader.Row> rows, WriteOptions options) {
        List<Problem> problems =
                rows.stream().flatMap(row -> row.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        List<Change> changes = rows.stream().map(BatchReader.Row::change).toList();
        return records.changeAll(context, changes, options).stream()
                .map(RowResult::done)
                .toList();
    }

    private List<RowResult> parts(RequestContext context, List<BatchReader.Row> rows, WriteOptions options) {
        List<Change> sound = rows.stream()
                .filter(row -> row.problems().isEmpty())
                .map(BatchReader.Row::change)
                .toList();
        Map<String, RowResult> results = new HashMap<>();
        records.transaction(options, transaction -> partial.write(context, transaction, sound, options))
                .forEach(result -> results.put(result.path(), result));
        List<RowResult> all = new ArrayList<>();
        for (BatchReader.Row row : rows) {
            String path = row.change().path();
            all.add(results.getOrDefault(path, RowResult.refused(path, row.problems())));
        }
        return all;
    }
}
