package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was when a call failed. A function that looks at a field sees what it saw then, look by look; what it sets itself
 * it sees from then on.
 */
final class ReplayRecord implements ScriptRecord {

    private final Model model;
    private final Entity entity;
    private final JsonNode now;
    private final JsonNode old;
    private final Map<String, Object> own = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, List<ReplayRecord>> lines = new HashMap<>();
    private final Map<String, Iterator<JsonNode>> coming = new HashMap<>();

    /**
     * @param now what a function saw of it
     * @param old the same of the record as it was before the write; missing where nobody looked
     */
    ReplayRecord(Model model, Entity entity, JsonNode now, JsonNode old) {
        this.model = model;
        this.entity = entity;
        this.now = now;
        this.old = old;
    }

    @Override
    public Entity entity() {
        return entity;
    }

    @Override
    public UUID id() {
        return now.has("id") ? UUID.fromString(now.path("id").asText()) : UUID.nameUUIDFromBytes(new byte[0]);
    }

    @Override
    public boolean isNew() {
        return now.path("isNew").asBoolean(true);
    }

    @Override
    public @Nullable Object value(Field field) {
        if (own.containsKey(field.name())) {
            return own.get(field.name());
        }
        int look = looks.merge(field.name(), 1, Integer::sum);
        return typed(field, seen(now, field.name(), look));
    }

    @Override
    public @Nullable Object before(Field field) {
        return typed(field, seen(old, field.name(), 1));
    }

    /** What the look of that number saw; what the last one saw, for looks beyond those of then. */
    private static JsonNode seen(JsonNode record, String field, int look) {
        JsonNode runs = record.path("seen").path(field);
        long passed = 0;
        for (JsonNode run : runs) {
            passed += run.path(1).asLong();
            if (look <= passed) {
                return run.path(0);
            }
        }
        return runs.isEmpty()
                ? record.path("rest").path(field)
                : runs.path(runs.size() - 1).path(0);
    }

    private static @Nullable Object typed(Field field, JsonNode json) {
        try {
            return Kept.value(field.valueType(), json);
        } catch (DateTimeException | IllegalArgumentException ofAnotherType) {
            return json.asText();
        }
    }

    @Override
    public List<ReplayRecord> lines(Field field) {
        return List.copyOf(present(field));
    }

    private List<ReplayRecord> present(Field field) {
        return lines.computeIfAbsent(field.name(), any -> {
            Entity child = model.require(((Relation.Lines) field.relation().orElseThrow()).target());
            List<ReplayRecord> present = new ArrayList<>();
            List<JsonNode> added = new ArrayList<>();
            for (JsonNode line : now.path("lines").path(field.name())) {
                if (line.path("added").asBoolean()) {
                    added.add(line);
                } else {
                    present.add(new ReplayRecord(model, child, line, MissingNode.getInstance()));
                }
            }
            coming.put(field.name(), added.iterator());
            return present;
        });
    }

    @Override
    public void set(Field field, JsonNode value) {
        boolean resolved = field.relation().isPresent() && !value.isNull() && !value.isTextual();
        if (resolved) {
            own.remove(field.name());
        } else {
            own.put(field.name(), typed(field, value));
        }
    }

    @Override
    public ReplayRecord addLine(Field field, JsonNode values) {
        List<ReplayRecord> present = present(field);
        Entity child = model.require(((Relation.Lines) field.relation().orElseThrow()).target());
        Iterator<JsonNode> added = Optional.ofNullable(coming.get(field.name())).orElseThrow();
        ReplayRecord line =
                new ReplayRecord(model, child, added.hasNext() ? added.next() : values, MissingNode.getInstance());
        values.properties()
                .forEach(entry -> Optional.ofNullable(child.fields().get(entry.getKey()))
                        .ifPresent(known -> line.set(known, entry.getValue())));
        present.add(line);
        return line;
    }

    @Override
    public void removeLine(Field field, ScriptRecord line) {
        present(field).removeIf(one -> one == line);
    }
}
