package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code {create: […], update: […], delete: […], atomic}}; what is wrong with one row stays with the row. */
public final class BatchReader {

    private static final List<String> PARTS = List.of("create", "update", "delete", "transition", "atomic");

    private final Model model;
    private final boolean privileged;

    public BatchReader(Model model, boolean privileged) {
        this.model = model;
        this.privileged = privileged;
    }

    /** One change, as far as it could be read. */
    public record Row(Change change, List<Problem> problems) {
        public Row {
            problems = List.copyOf(problems);
        }
    }

    /** Reads one row; problems go to the reader. */
    @FunctionalInterface
    private interface RowReader {
        Change read(ChangeReader reader, JsonNode json, String path);
    }

    /**
     * The rows in the order in which they are written: deletions, changes, transitions, new records.
     *
     * @throws ProblemException when the request as a whole has another shape
     */
    public List<Row> read(Entity entity, JsonNode json) {
        checkShape(entity, json);
        List<Row> rows = new ArrayList<>();
        part(json, "delete", (reader, item, path) -> reader.delete(entity, item, path), rows);
        part(json, "update", (reader, item, path) -> reader.identified(entity, item, path), rows);
        part(json, "transition", (reader, item, path) -> reader.transition(entity, item, path), rows);
        part(json, "create", (reader, item, path) -> reader.create(entity, item, path), rows);
        return List.copyOf(rows);
    }

    private void part(JsonNode json, String part, RowReader rowReader, List<Row> rows) {
        int index = 0;
        for (JsonNode item : json.path(part)) {
            ChangeReader reader = new ChangeReader(model, privileged);
            Change change = rowReader.read(reader, item, Paths.item(part, index++));
            rows.add(new Row(change, reader.problems()));
        }
    }

    private static void checkShape(Entity entity, JsonNode json) {
        List<Problem> problems = new ArrayList<>();
        if (!json.isObject()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, "", "an object", "{\"create\": […]}"));
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!PARTS.contains(name)) {
                problems.add(Problem.inValue(
                        ProblemCode.UNKNOWN_VALUE_FIELD,
                        name,
                        name,
                        entity.fullName(),
                        Suggestion.question(name, PARTS)));
            } else if (!json.path(name).isArray() && !name.equals("atomic")) {
                problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, name, "a list", "[…]"));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
