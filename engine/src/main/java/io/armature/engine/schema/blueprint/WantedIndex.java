package io.armature.engine.schema.blueprint;

import io.armature.engine.schema.catalogue.IndexShape;

/** An index that shall be. */
public record WantedIndex(String name, IndexShape shape) {}
