package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Optional;

/**
 * A shared list of options: {@code choices/<name>.yaml}.
 *
 * @param options as a field would write them under {@code options}
 */
public record ChoicesDefinition(String name, Origin origin, Optional<String> title, Node options, MapNode source)
        implements Definition {

    @Override
    public Kind kind() {
        return Kind.CHOICES;
    }
}
