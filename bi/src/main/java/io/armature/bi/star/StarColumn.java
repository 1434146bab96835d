package io.armature.bi.star;

/**
 * A column taken over from an entity.
 *
 * @param field the entity's field
 * @param level the entity in whose table the source column is
 * @param column physical name, the same at both ends
 * @param sqlType as PostgreSQL's {@code format_type} prints it
 */
public record StarColumn(String field, String level, String column, String sqlType) {}
