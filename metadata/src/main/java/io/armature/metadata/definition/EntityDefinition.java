package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An entity as written in {@code entities/<name>.yaml}.
 *
 * @param name without the pack
 * @param title absent when the engine shall make one of the name
 * @param extended the full name after {@code extends}
 * @param label the field or expression that a link to a record shows
 * @param search fields to find records by, with weight A to D
 * @param key the fields of the natural key
 * @param renamedFrom former names, oldest first
 */
public record EntityDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        Optional<String> plural,
        Optional<String> icon,
        Optional<String> extended,
        Optional<String> label,
        Optional<NumberDefinition> number,
        Features features,
        Map<String, String> search,
        SequencedMap<String, FieldDefinition> fields,
        List<ConstraintDefinition> constraints,
        List<List<String>> indexes,
        List<String> key,
        Shape shape,
        boolean isPublic,
        List<String> renamedFrom,
        MapNode source)
        implements Definition {

    /** How the records of an entity are kept. */
    public enum Shape {
        /** A table of records. */
        ORDINARY,
        /** No table: only fields for others to copy. */
        ABSTRACT,
        /** One record only: settings. */
        SINGLE,
        /** Draft, submitted, cancelled. */
        DOCUMENT,
        /** No table: a connector or hook answers. */
        VIRTUAL
    }

    public EntityDefinition {
        search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        constraints = List.copyOf(constraints);
        indexes = indexes.stream().map(List::copyOf).toList();
        key = List.copyOf(key);
        renamedFrom = List.copyOf(renamedFrom);
    }

    @Override
    public Kind kind() {
        return Kind.ENTITY;
    }

    /** {@code pack.entity}. */
    public String fullName() {
        return origin.pack() + "." + name;
    }
}
