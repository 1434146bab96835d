package io.armature.metadata.read;

import io.armature.metadata.definition.Node.MapNode;

/**
 * Writes the trees of definitions in their canonical form. A text that was canonical comes back byte for byte: reading it,
 * with its {@link Layout}, and writing it changes nothing.
 */
public final class DefinitionWriter {

    private DefinitionWriter() {}

    /** YAML laid out like the text the tree was read from, as far as it is still the same. */
    public static String yaml(MapNode tree, Layout layout) {
        return new YamlWriter(layout).write(tree);
    }

    /** YAML of a tree that was not read from YAML. */
    public static String yaml(MapNode tree) {
        return yaml(tree, Layout.NONE);
    }

    public static String json(MapNode tree) {
        return new JsonWriter().write(tree);
    }
}
