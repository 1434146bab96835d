package io.armature.engine.db;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.postgresql.util.PGobject;

/** Sets the values of a statement. */
public final class Binder {

    private static final String ARRAY = "[]";

    private Binder() {}

    /** Sets all values, from the first parameter on. */
    public static void bind(PreparedStatement statement, List<SqlValue> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    /**
     * Sets one value.
     *
     * @param place counted from one
     * @throws IllegalArgumentException when the value's class is none that columns hold
     */
    public static void bind(PreparedStatement statement, int place, SqlValue parameter) throws SQLException {
        String type = parameter.type();
        switch (parameter.value()) {
            case null -> statement.setNull(place, Types.OTHER, wireName(type));
            case String text when type.equals("text") -> statement.setString(place, text);
            case String text -> statement.setObject(place, object(type, text));
            case UUID uuid -> statement.setObject(place, uuid);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case BigDecimal number -> statement.setBigDecimal(place, number);
            case Boolean flag -> statement.setBoolean(place, flag);
            case LocalDate date -> statement.setObject(place, date);
            case LocalTime time -> statement.setObject(place, time);
            case Instant instant -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
            case Duration duration -> statement.setObject(place, object("interval", duration.toString()));
            case JsonNode json -> statement.setObject(place, object("jsonb", json.toString()));
            case byte[] bytes -> statement.setBytes(place, bytes);
            case List<?> list ->
                statement.setArray(
                        place,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        wireName(elementType(type)),
                                        list.stream().map(Binder::element).toArray()));
            case Object other ->
                throw new IllegalArgumentException(
                        "No column holds a " + other.getClass().getName());
        }
    }

    /** Array elements whose class the driver does not write by itself become PostgreSQL's notation. */
    private static Object element(Object item) {
        return switch (item) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC).toString();
            case Duration duration -> duration.toString();
            case LocalDate date -> date.toString();
            case LocalTime time -> time.toString();
            case JsonNode json -> json.toString();
            default -> item;
        };
    }

    private static String elementType(String type) {
        return type.endsWith(ARRAY) ? type.substring(0, type.length() - ARRAY.length()) : type;
    }

    private static PGobject object(String type, String notation) throws SQLException {
        PGobject object = new PGobject();
        object.setType(wireName(type));
        object.setValue(notation);
        return object;
    }

    /** The short name under which the driver knows a type without asking the server. */
    private static String wireName(String type) {
        if (type.endsWith(ARRAY)) {
            return "_" + wireName(elementType(type));
        }
        return switch (type) {
            case "bigint" -> "int8";
            case "integer" -> "int4";
            case "boolean" -> "bool";
            case "timestamp with time zone" -> "timestamptz";
            case "time without time zone" -> "time";
            default -> type;
        };
    }
}
