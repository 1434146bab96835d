package io.armature.metadata.type;

/**
 * A column type of PostgreSQL.
 *
 * @param sql exactly as the function {@code format_type} prints it, so that catalogue and model compare equal
 */
public record ColumnType(String sql) {
    public static final ColumnType TEXT = new ColumnType("text");
    public static final ColumnType TEXTS = new ColumnType("text[]");
    public static final ColumnType BIGINT = new ColumnType("bigint");
    public static final ColumnType NUMERIC = new ColumnType("numeric");
    public static final ColumnType BOOLEAN = new ColumnType("boolean");
    public static final ColumnType DATE = new ColumnType("date");
    public static final ColumnType TIME = new ColumnType("time without time zone");
    public static final ColumnType TIMESTAMP = new ColumnType("timestamp with time zone");
    public static final ColumnType INTERVAL = new ColumnType("interval");
    public static final ColumnType JSONB = new ColumnType("jsonb");
    public static final ColumnType UUID = new ColumnType("uuid");
}
