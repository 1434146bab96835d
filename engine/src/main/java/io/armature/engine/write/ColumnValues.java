package io.armature.engine.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.metadata.model.Field;
import io.armature.metadata.type.AnyLink;
import io.armature.metadata.type.ColumnType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Values between columns and Java: one class of value for each column type. */
final class ColumnValues {

    private static final ObjectMapper JSON = ExactJson.mapper();

    private ColumnValues() {}

    /** The value of column {@code index} of a field with one column, or of a column beside it. */
    static @Nullable Object read(ResultSet row, int index, ColumnType type) throws SQLException {
        return switch (type.sql()) {
            case "text" -> row.getString(index);
            case "bigint" -> present(row.getLong(index), row);
            case "boolean" -> present(row.getBoolean(index), row);
            case "numeric" -> row.getBigDecimal(index);
            case "uuid" -> row.getObject(index, UUID.class);
            case "date" -> row.getObject(index, LocalDate.class);
            case "time without time zone" -> row.getObject(index, LocalTime.class);
            case "timestamp with time zone" -> moment(row.getObject(index, OffsetDateTime.class));
            case "interval" -> duration(row.getObject(index));
            case "jsonb" -> json(row.getString(index));
            default -> list(row.getArray(index));
        };
    }

    /** What one column of a field holds of its value. */
    static @Nullable Object part(Field field, int column, @Nullable Object value) {
        if (value instanceof AnyLink link) {
            return field.columns().get(column).type().equals(ColumnType.UUID) ? link.id() : link.entity();
        }
        return value;
    }

    private static <T> @Nullable T present(T value, ResultSet row) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Object duration(@Nullable Object value) {
        if (!(value instanceof PGInterval interval)) {
            return null;
        }
        return Duration.ofDays(interval.getDays())
                .plusHours(interval.getHours())
                .plusMinutes(interval.getMinutes())
                .plusSeconds(interval.getWholeSeconds())
                .plus(interval.getMicroSeconds(), ChronoUnit.MICROS);
    }

    private static @Nullable Object json(@Nullable String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps only sound JSON", impossible);
        }
    }

    private static @Nullable Object list(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((Object[]) array.getArray());
    }
}
