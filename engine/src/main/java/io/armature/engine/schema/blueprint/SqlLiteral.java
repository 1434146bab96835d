package io.armature.engine.schema.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one place where values become part of SQL text, because DDL takes no parameters. */
public final class SqlLiteral {

    private SqlLiteral() {}

    /**
     * The value as a literal of a type.
     *
     * @param value of a class that columns hold
     * @param type as {@code format_type} prints it
     * @throws IllegalArgumentException when no column holds such a value
     */
    public static String of(Object value, String type) {
        return quote(notation(value)) + "::" + type;
    }

    /** The text between single quotes, whatever is in it. */
    public static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A literal cannot hold a zero character");
        }
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    private static String notation(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            case Boolean flag -> flag.toString();
            case LocalDate date -> date.toString();
            case LocalTime time -> time.toString();
            case Instant instant -> instant.toString();
            case Duration duration -> duration.toString();
            case UUID uuid -> uuid.toString();
            case JsonNode json -> json.toString();
            case List<?> list -> list.stream().map(SqlLiteral::element).collect(Collectors.joining(",", "{", "}"));
            default ->
                throw new IllegalArgumentException(
                        "No column holds a " + value.getClass().getName());
        };
    }

    private static String element(Object item) {
        return '"' + notation(item).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
