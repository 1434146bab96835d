package io.armature.engine.query.sql;

import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;

/**
 * How values leave PostgreSQL: as the text of a column, for rows that are encoded here, or as a value inside JSON that
 * PostgreSQL builds. Both give the same JSON.
 *
 * @param decimalsAsText whether decimals go between quotes
 */
record ValueSql(boolean decimalsAsText) {
    /** The text of a column, and how it becomes JSON. */
    record Cell(SqlFragment sql, Encoding encoding) {}

    Cell cell(SqlFragment value, ValueType type) {
        return switch (type) {
            case Scalar scalar -> scalar(value, scalar);
            case ValueType.Reference reference -> new Cell(text(value), Encoding.QUOTED);
            case ValueType.ListOf list -> new Cell(SqlBuilder.wrap("to_json(", value, ")::text"), Encoding.RAW);
            case ValueType.AnyReference any -> throw noValue(type);
            case ValueType.Rows rows -> throw noValue(type);
        };
    }

    private Cell scalar(SqlFragment value, Scalar type) {
        return switch (type) {
            case TEXT -> new Cell(value, Encoding.TEXT);
            case INTEGER, BOOLEAN, JSON -> new Cell(text(value), Encoding.RAW);
            case DECIMAL -> new Cell(text(value), decimalsAsText ? Encoding.QUOTED : Encoding.RAW);
            case DATE, TIME, DURATION -> new Cell(text(value), Encoding.QUOTED);
            case DATE_TIME -> new Cell(SqlBuilder.wrap("(", value, " at time zone 'UTC')::text"), Encoding.MOMENT);
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
