package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.FieldDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The fields of an entity of an earlier import, beside those that it has now. */
final class EarlierFields {

    /** Fewer in common say nothing: many entities have a title and a description. */
    private static final int FEWEST = 4;

    private final Map<String, FieldDefinition> before;

    EarlierFields(EntityDefinition earlier) {
        this.before = earlier.fields();
    }

    /** Whether four fifths of all fields, and four at least, are in both, of the same types. */
    boolean areLike(ObjectNode now) {
        long common = now.properties().stream()
                .filter(field -> Optional.ofNullable(before.get(field.getKey()))
                        .filter(known -> known.type().equals(type(field.getValue())))
                        .isPresent())
                .count();
        return common >= FEWEST && common * 5 >= Math.max(now.size(), before.size()) * 4L;
    }

    /**
     * Says in the fields which names they had.
     *
     * @return those that are only taken to be what is gone, because title, type and target are the same, and the names from then
     */
    SequencedMap<String, String> carry(ObjectNode now) {
        SequencedMap<String, String> taken = taken(now);
        now.properties().forEach(field -> {
            Optional<FieldDefinition> known =
                    Optional.ofNullable(before.get(taken.getOrDefault(field.getKey(), field.getKey())));
            SequencedSet<String> former = new LinkedHashSet<>();
            known.ifPresent(earlier -> former.addAll(earlier.texts("renamedFrom")));
            Optional.ofNullable(taken.get(field.getKey())).ifPresent(former::add);
            now.properties().forEach(other -> former.remove(other.getKey()));
            if (!former.isEmpty()) {
                ArrayNode list = properties(now, field.getKey()).putArray("renamedFrom");
                former.forEach(list::add);
            }
        });
        return taken;
    }

    private SequencedMap<String, String> taken(ObjectNode now) {
        SequencedMap<String, List<String>> gone = new LinkedHashMap<>();
        before.values().stream()
                .filter(field -> !now.has(field.name()))
                .forEach(field -> gone.computeIfAbsent(face(field), _ -> new ArrayList<>())
                        .add(field.name()));
        SequencedMap<String, List<String>> come = new LinkedHashMap<>();
        now.properties().stream()
                .filter(field -> !before.containsKey(field.getKey()))
                .forEach(field -> come.computeIfAbsent(face(field.getValue()), _ -> new ArrayList<>())
                        .add(field.getKey()));
        SequencedMap<String, String> taken = new LinkedHashMap<>();
        come.forEach((face, names) -> {
            List<String> earlier = gone.getOrDefault(face, List.of());
            if (!face.isEmpty() && names.size() == 1 && earlier.size() == 1) {
                taken.put(names.getFirst(), earlier.getFirst());
            }
        });
        return taken;
    }

    /** What people see of a field; empty without a title. */
    private static String face(FieldDefinition field) {
        return field.text("title")
                .map(title -> String.join(
                        "\n",
                        title,
                        field.type(),
                        field.text("to").orElse(""),
                        field.text("of").orElse("")))
                .orElse("");
    }

    private static String face(JsonNode field) {
        return field.path("title").isTextual()
                ? String.join(
                        "\n",
                        field.path("title").asText(),
                        type(field),
                        field.path("to").asText(),
                        field.path("of").asText())
                : "";
    }

    private static String type(JsonNode field) {
        return field.isTextual() ? field.asText() : field.path("type").asText();
    }

    private static ObjectNode properties(ObjectNode fields, String name) {
        if (fields.get(name) instanceof ObjectNode properties) {
            return properties;
        }
        String type = fields.path(name).asText();
        return fields.putObject(name).put("type", type);
    }
}
