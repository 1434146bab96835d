package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.record.RecordReads;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.KeyLookup;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.type.InvalidValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides for each row of a file whether it changes a record or makes one. */
final class RowMatcher {

    private static final String ROWS = "rows[";

    /** What was exported here and comes back names its records. */
    private static final List<String> BY_ID = List.of(SystemFields.ID);

    private final RequestContext context;
    private final Entity entity;
    private final List<String> key;
    private final RecordReads reads;

    RowMatcher(RequestContext context, Entity entity, List<String> key, RecordReads reads) {
        this.context = context;
        this.reads = reads;
        this.entity = entity;
        this.key = key;
        check(entity, key);
    }

    /** @throws ProblemException when fields name no record */
    static void check(Entity entity, List<String> key) {
        if (!key.isEmpty() && !key.equals(BY_ID) && !KeyLookup.isKey(entity, new HashSet<>(key))) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.INVALID_PARAMETER,
                    "key",
                    "key",
                    String.join(",", key),
                    SystemFields.ID + ", " + KeyLookup.keys(entity)));
        }
    }

    static String path(long row) {
        return ROWS + row + "]";
    }

    /** The number of the row whose change has this path. */
    static long number(String path) {
        return Long.parseLong(path.substring(ROWS.length(), path.indexOf(']')));
    }

    /** The changes of the rows that can be read; the others go to the tally. */
    List<Change> changes(Transaction transaction, List<ImportRow> all, Tally tally) {
        Map<Long, List<Problem>> misnamed = new LinkNames(transaction, context, reads).resolve(entity, all);
        misnamed.forEach(tally::refuse);
        List<ImportRow> rows =
                all.stream().filter(row -> !misnamed.containsKey(row.number())).toList();
        Map<Long, Map<String, Object>> keys = new HashMap<>();
        rows.forEach(row -> key(row.json()).ifPresent(values -> keys.put(row.number(), values)));
        Map<Map<String, Object>, UUID> known = KeyLookup.find(transaction, context, entity, List.copyOf(keys.values()));
        // One that is not for this caller is not there for him: what comes of its row is what comes of making one.
        known.values().retainAll(reads.readable(context, transaction, entity, Set.copyOf(known.values())));
        List<Change> changes = new ArrayList<>();
        for (ImportRow row : rows) {
            ChangeReader reader = new ChangeReader(context.model(), false);
            Change change = change(
                    reader, row, Optional.ofNullable(keys.get(row.number())).map(known::get));
            if (reader.problems().isEmpty()) {
                changes.add(change);
            } else {
                tally.refuse(row.number(), reader.problems());
            }
        }
        return changes;
    }

    private Change change(ChangeReader reader, ImportRow row, Optional<UUID> id) {
        String path = path(row.number());
        return id.<Change>map(found -> reader.update(entity, found, row.json(), path, false))
                .orElseGet(() -> reader.create(entity, row.json(), path));
    }

    /** The values by which the record of a row is found; none when one of them is missing or wrong. */
    private Optional<Map<String, Object>> key(JsonNode row) {
        Map<String, Object> values = new HashMap<>();
        for (String name : key) {
            Field field = entity.field(name).orElseThrow();
            JsonNode value = row.path(name);
            try {
                if (!value.isMissingNode() && !value.isNull()) {
                    values.put(name, field.type().read(value, field.definition()));
                }
            } catch (InvalidValue invalid) {
                return Optional.empty(); // Reading the whole row tells what is wrong.
            }
        }
        return values.isEmpty() || values.size() < key.size() ? Optional.empty() : Optional.of(values);
    }
}
