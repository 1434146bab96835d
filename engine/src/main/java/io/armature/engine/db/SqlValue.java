package io.armature.engine.db;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value for a {@code ?}.
 *
 * @param value of a class that {@link Binder} knows, or null
 * @param type the column type, as {@code format_type} prints it; a text for any other type than {@code text} is read
 *     by PostgreSQL as that type's notation
 */
public record SqlValue(@Nullable Object value, String type) {

    public static SqlValue text(@Nullable String value) {
        return new SqlValue(value, "text");
    }

    public static SqlValue integer(@Nullable Long value) {
        return new SqlValue(value, "bigint");
    }

    public static SqlValue decimal(@Nullable BigDecimal value) {
        return new SqlValue(value, "numeric");
    }

    public static SqlValue flag(@Nullable Boolean value) {
        return new SqlValue(value, "boolean");
    }

    public static SqlValue date(@Nullable LocalDate value) {
        return new SqlValue(value, "date");
    }

    public static SqlValue instant(@Nullable Instant value) {
        return new SqlValue(value, "timestamp with time zone");
    }

    public static SqlValue uuid(@Nullable UUID value) {
        return new SqlValue(value, "uuid");
    }

    public static SqlValue json(@Nullable JsonNode value) {
        return new SqlValue(value, "jsonb");
    }

    public static SqlValue texts(List<String> values) {
        return new SqlValue(values, "text[]");
    }

    public static SqlValue uuids(List<UUID> values) {
        return new SqlValue(values, "uuid[]");
    }
}
