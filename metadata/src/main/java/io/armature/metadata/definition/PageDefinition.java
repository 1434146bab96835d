package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A screen that is no view of one entity: {@code pages/<name>.yaml}.
 *
 * @param path its address in the portal
 * @param isPublic whether people who are not signed in see it
 * @param blocks texts, views, reports, forms, in the order of the screen
 */
public record PageDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        Optional<String> path,
        boolean isPublic,
        List<String> roles,
        List<Node> blocks,
        MapNode source)
        implements Definition {

    public PageDefinition {
        roles = List.copyOf(roles);
        blocks = List.copyOf(blocks);
    }

    @Override
    public Kind kind() {
        return Kind.PAGE;
    }
}
