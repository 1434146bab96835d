package io.armature.metadata.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.metadata.definition.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The JSON Schemas (2020-12) of definitions: one a kind, and the parts they share. */
public final class DefinitionSchemas {

    private static final String FOLDER = "/schema/";
    private static final String ENDING = ".json";
    private static final List<String> SHARED = List.of("common", "field", "frappe");

    private final Map<String, JsonNode> trees = new ConcurrentHashMap<>();
    private final ObjectMapper mapper = new ObjectMapper();

    /** The names of all schemas: those of the kinds, and the parts they share. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(Kind.values()).map(Kind::schema), SHARED.stream())
                .sorted()
                .toList();
    }

    /** The text of a schema, by its name without ending. Schemas refer to each other by {@code name.json}. */
    public static Optional<String> text(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = DefinitionSchemas.class.getResourceAsStream(FOLDER + name + ENDING)) {
            return Optional.of(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The schema " + name + " cannot be read", unreadable);
        }
    }

    /** The tree of a schema, by its name without ending. */
    JsonNode tree(String name) {
        return trees.computeIfAbsent(name, this::parse);
    }

    private JsonNode parse(String name) {
        try {
            return mapper.readTree(text(name).orElseThrow());
        } catch (IOException malformed) {
            throw new UncheckedIOException("The schema " + name + " is no JSON", malformed);
        }
    }
}
