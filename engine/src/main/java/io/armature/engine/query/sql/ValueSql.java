package io.armature.engine.query.sql;

import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;

/**
 * How values leave PostgreSQL: as the text of a column, for rows that are encoded here, or as a value inside JSON that
 * PostgreSQL builds. Both give the same JSON.
 *
 * @param decimalsAsText whether decimals go between quotes
 * @param packed whether ids, dates and times leave as PostgreSQL sends them
 */
record ValueSql(boolean decimalsAsText, boolean packed) {
    /** The text of a column, and how it becomes JSON. */
    record Cell(SqlFragment sql, Encoding encoding) {}

    Cell cell(SqlFragment value, ValueType type) {
        return switch (type) {
            case Scalar scalar -> scalar(value, scalar);
            case ValueType.Reference reference -> id(value);
            case ValueType.ListOf list -> new Cell(SqlBuilder.wrap("to_json(", value, ")::text"), Encoding.RAW);
            case ValueType.AnyReference any -> throw noValue(type);
            case ValueType.Rows rows -> throw noValue(type);
        };
    }

    /** The id of a record. */
    Cell id(SqlFragment value) {
        return packed
                ? new Cell(SqlBuilder.wrap("uuid_send(", value, ")"), Encoding.PACKED_ID)
                : new Cell(text(value), Encoding.QUOTED);
    }

    /** The same with everything as text. */
    ValueSql unpacked() {
        return new ValueSql(decimalsAsText, false);
    }

    private Cell scalar(SqlFragment value, Scalar type) {
        return switch (type) {
            case TEXT -> new Cell(value, Encoding.TEXT);
            case INTEGER, BOOLEAN, JSON -> new Cell(text(value), Encoding.RAW);
            case DECIMAL -> new Cell(text(value), decimalsAsText ? Encoding.QUOTED : Encoding.RAW);
            case DATE ->
                packed
                        ? new Cell(SqlBuilder.wrap("date_send(", value, ")"), Encoding.PACKED_DATE)
                        : new Cell(text(value), Encoding.QUOTED);
            case TIME, DURATION -> new Cell(text(value), Encoding.QUOTED);
            case DATE_TIME ->
                packed
                        ? new Cell(SqlBuilder.wrap("timestamptz_send(", value, ")"), Encoding.PACKED_MOMENT)
                        : new Cell(SqlBuilder.wrap("(", value, " at time zone 'UTC')::text"), Encoding.MOMENT);
            case NULL -> new Cell(SqlFragment.of("null::text"), Encoding.RAW);
        };
    }

    /** The value as {@code row_to_json} shall find it. */
    SqlFragment json(SqlFragment value, ValueType type) {
        if (type == Scalar.DATE_TIME) {
            return SqlBuilder.wrap("replace((", value, " at time zone 'UTC')::text, ' ', 'T') || 'Z'");
        }
        return type == Scalar.DECIMAL && decimalsAsText ? text(value) : value;
    }

    private static SqlFragment text(SqlFragment value) {
        return SqlBuilder.wrap("(", value, ")::text");
    }

    private static IllegalArgumentException noValue(ValueType type) {
        return new IllegalArgumentException("Not one value: " + type);
    }
}
