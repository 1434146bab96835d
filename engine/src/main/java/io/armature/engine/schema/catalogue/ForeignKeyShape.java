package io.armature.engine.schema.catalogue;

import io.armature.metadata.model.Relation.OnDelete;

/**
 * What a foreign key does, whatever it is called. All lead to {@code id}.
 *
 * @param target the table it leads to
 */
public record ForeignKeyShape(String column, String target, OnDelete onDelete) {}
