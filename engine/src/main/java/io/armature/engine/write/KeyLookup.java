package io.armature.engine.write;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.SqlRunner;
import io.armature.metadata.model.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds records by values that are unique together. */
public final class KeyLookup {

    private KeyLookup() {}

    /** Whether these fields together name one record. */
    public static boolean isKey(Entity entity, Set<String> fields) {
        return entity.uniqueKeys().contains(fields);
    }

    /** All sets of fields that name one record, for people. */
    public static String keys(Entity entity) {
        return String.join(
                ", ",
                entity.uniqueKeys().stream()
                        .map(key -> String.join("+", key.stream().sorted().toList()))
                        .sorted()
                        .toList());
    }

    /** The record, unless it is deleted. */
    public static Optional<UUID> find(
            SqlRunner runner, RequestContext context, Entity entity, Map<String, Object> values) {
        return Optional.ofNullable(
                find(runner, context, entity, List.of(values)).get(values));
    }

    /** The records of several keys, in one statement; those that are not there are left out. */
    public static Map<Map<String, Object>, UUID> find(
            SqlRunner runner, RequestContext context, Entity entity, List<? extends Map<String, Object>> keys) {
        List<Given.Key> wanted = keys.stream()
                .map(values -> new Given.Key(entity.fullName(), new LinkedHashMap<>(values)))
                .toList();
        Map<Map<String, Object>, UUID> found = new LinkedHashMap<>();
        new KeyResolver(runner, context.schema(), context.model())
                .resolve(wanted)
                .forEach((key, id) -> found.put(key.values(), id));
        return found;
    }
}
