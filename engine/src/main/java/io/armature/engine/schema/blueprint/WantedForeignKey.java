package io.armature.engine.schema.blueprint;

import io.armature.engine.schema.catalogue.ForeignKeyShape;

/** A foreign key that shall be. */
public record WantedForeignKey(String name, ForeignKeyShape shape) {}
