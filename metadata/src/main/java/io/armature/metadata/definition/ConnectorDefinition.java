package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A foreign system that answers for virtual entities: {@code connectors/<name>.yaml}.
 *
 * @param type such as {@code rest}, {@code odata}, {@code jdbc}
 * @param settings how it is reached
 * @param entities how each virtual entity is read there
 */
public record ConnectorDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        String type,
        SequencedMap<String, Node> settings,
        SequencedMap<String, Node> entities,
        MapNode source)
        implements Definition {

    public ConnectorDefinition {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        entities = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entities));
    }

    @Override
    public Kind kind() {
        return Kind.CONNECTOR;
    }
}
