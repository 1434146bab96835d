package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A part of the navigation: {@code menus/<name>.yaml}.
 *
 * @param order among the menus of all packs, lowest first
 */
public record MenuDefinition(
        String name, Origin origin, Optional<String> title, int order, List<MenuItem> items, MapNode source)
        implements Definition {

    public MenuDefinition {
        items = List.copyOf(items);
    }

    @Override
    public Kind kind() {
        return Kind.MENU;
    }
}
