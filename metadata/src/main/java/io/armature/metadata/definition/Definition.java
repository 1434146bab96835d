package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;

/** One parsed file of a pack, of one kind. */
public sealed interface Definition permits EntityDefinition, PlainDefinition {

    Kind kind();

    /** The file's name without folder and ending. */
    String name();

    Origin origin();

    /** The tree it was read from; what a writer writes back. */
    MapNode source();
}
