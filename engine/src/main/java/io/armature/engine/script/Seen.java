package io.armature.engine.script;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a function has seen of a record, field by field: each value, and how often before there was another. */
final class Seen {

    private final Map<String, List<Run>> fields = new HashMap<>();

    private static final class Run {
        private final @Nullable Object value;
        private long times = 1;

        Run(@Nullable Object value) {
            this.value = value;
        }
    }

    void note(String field, @Nullable Object value) {
        List<Run> runs = fields.computeIfAbsent(field, any -> new ArrayList<>(1));
        if (!runs.isEmpty() && Objects.equals(runs.getLast().value, value)) {
            runs.getLast().times++;
        } else {
            runs.add(new Run(value));
        }
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Writes {@code {"field": [[value, times], …]}}. */
    void write(ObjectNode json, Secrets secrets) {
        fields.forEach((field, runs) -> {
            if (!secrets.isSecret(field)) {
                ArrayNode list = json.putArray(field);
                runs.forEach(run -> list.addArray().add(Kept.json(run.value)).add(run.times));
            }
        });
    }
}
