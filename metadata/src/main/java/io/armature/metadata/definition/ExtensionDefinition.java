package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a pack changes in another pack's entity: {@code extensions/<name>.yaml}.
 *
 * @param extended the entity's full name
 * @param fields new fields
 * @param views changes of views, by the view's name or kind
 * @param overrides properties to set on existing fields, by field
 * @param base what the overridden properties were when the overlay was made, by field; for three-way merges
 * @param search more fields to find records by
 * @param properties of the entity itself to set, such as {@code title}
 */
public record ExtensionDefinition(
        String name,
        Origin origin,
        String extended,
        SequencedMap<String, FieldDefinition> fields,
        SequencedMap<String, List<ViewChange>> views,
        SequencedMap<String, SequencedMap<String, Node>> overrides,
        SequencedMap<String, SequencedMap<String, Node>> base,
        Map<String, String> search,
        List<ConstraintDefinition> constraints,
        List<List<String>> indexes,
        SequencedMap<String, Node> properties,
        MapNode source)
        implements Definition {

    public ExtensionDefinition {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        views = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(views));
        overrides = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(overrides));
        base = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(base));
        search = Map.copyOf(search);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    }

    @Override
    public Kind kind() {
        return Kind.EXTENSION;
    }
}
