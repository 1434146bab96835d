package io.armature.engine.query.sql;

/**
 * Where a statement runs and in what form it answers.
 *
 * @param schema the tenant's, unquoted
 * @param localised whether translated texts are wanted in another language than the one they are kept in
 * @param decimalsAsText whether decimals go between quotes
 */
public record SqlTarget(String schema, boolean localised, boolean decimalsAsText) {}
