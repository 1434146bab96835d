package io.armature.engine.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names here a name elsewhere stands for. What the map does not name stands for nothing. */
public final class NameMap {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode map;

    private NameMap(JsonNode map) {
        this.map = map;
    }

    /** @param json an object whose values are names or lists of names; null for an empty one */
    public static NameMap parse(@Nullable String json) {
        try {
            return new NameMap(JSON.readTree(Optional.ofNullable(json).orElse("{}")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps only sound JSON", impossible);
        }
    }

    public Set<String> of(Collection<String> names) {
        Set<String> found = new HashSet<>();
        names.forEach(name -> add(found, map.path(name)));
        return found;
    }

    private static void add(Set<String> found, JsonNode value) {
        if (value.isTextual()) {
            found.add(value.textValue());
        }
        value.forEach(item -> add(found, item));
    }
}
