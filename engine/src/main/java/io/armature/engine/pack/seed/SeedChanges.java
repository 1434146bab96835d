package io.armature.engine.pack.seed;

import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.read.NodeJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a pack says otherwise in its data than the one before. Only that is written, so a value that
 * people changed stays as long as the pack itself does not change it.
 */
public final class SeedChanges {

    private final Model model;
    private final Map<String, Map<String, DataDefinition.Row>> before = new HashMap<>();

    private SeedChanges(Model model, Collection<DataDefinition> before) {
        this.model = model;
        before.forEach(file -> file.rows()
                .forEach(row -> this.before
                        .computeIfAbsent(file.entity(), _ -> new HashMap<>())
                        .put(identity(file.entity(), row), row)));
    }

    /**
     * The rows of {@code after} that {@code before} has not or has otherwise, with the values that differ and those
     * they are found by. Files without such rows are left out.
     *
     * @param model that of {@code after}
     */
    public static List<DataDefinition> between(
            Model model, Collection<DataDefinition> before, Collection<DataDefinition> after) {
        SeedChanges changes = new SeedChanges(model, before);
        return after.stream()
                .map(changes::changed)
                .filter(file -> !file.rows().isEmpty())
                .toList();
    }

    private DataDefinition changed(DataDefinition file) {
        List<DataDefinition.Row> rows = file.rows().stream()
                .flatMap(row -> changed(file.entity(), row).stream())
                .toList();
        return new DataDefinition(file.name(), file.origin(), file.entity(), file.demo(), rows, file.source());
    }

    private Optional<DataDefinition.Row> changed(String entity, DataDefinition.Row row) {
        DataDefinition.Row old = before.getOrDefault(entity, Map.of()).get(identity(entity, row));
        if (old == null) {
            return Optional.of(row);
        }
        List<String> key = key(entity, row);
        SequencedMap<String, Node> values = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            if (key.contains(name) || !same(value, old.values().get(name))) {
                values.put(name, value);
            }
        });
        return values.size() > key.size()
                ? Optional.of(new DataDefinition.Row(values, row.origin()))
                : Optional.empty();
    }

    private static boolean same(Node now, @Nullable Node before) {
        return before != null && NodeJson.of(now).equals(NodeJson.of(before));
    }

    private List<String> key(String entity, DataDefinition.Row row) {
        return row.values().containsKey(SystemFields.EXTERNAL_ID)
                ? List.of(SystemFields.EXTERNAL_ID)
                : model.entity(entity).map(Entity::key).orElse(List.of());
    }

    private String identity(String entity, DataDefinition.Row row) {
        StringBuilder identity = new StringBuilder();
        for (String name : key(entity, row)) {
            Node value = row.values().get(name);
            identity.append(name)
                    .append('=')
                    .append(value == null ? "" : NodeJson.of(value))
                    .append('\n');
        }
        return identity.toString();
    }
}
