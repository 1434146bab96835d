package io.armature.engine.vault;

/**
 * Where sealed texts stand: a column of a table that has a column {@code id}.
 *
 * @param table without its schema
 * @param purpose what they are sealed for
 */
public record SealedPlace(String table, String column, String purpose) {}
