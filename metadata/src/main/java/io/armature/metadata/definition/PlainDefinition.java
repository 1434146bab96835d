package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;

/** A definition whose tree says all there is to say until its room learns to use it. */
public record PlainDefinition(Kind kind, String name, Origin origin, MapNode source) implements Definition {}
