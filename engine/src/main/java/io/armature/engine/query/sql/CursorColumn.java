package io.armature.engine.query.sql;

/**
 * A column with a value of the record in the order of its list.
 *
 * @param column from 1
 */
public record CursorColumn(int column, Encoding encoding) {}
