package io.armature.engine.query.read;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.AnyReference;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Reads the first column of a row as the class that carries a type in expressions. */
final class FactValues {

    private FactValues() {}

    static Optional<Object> read(ResultSet row, ValueType type) throws SQLException {
        return Optional.ofNullable(value(row, type));
    }

    private static @Nullable Object value(ResultSet row, ValueType type) throws SQLException {
        return switch (type) {
            case Scalar.TEXT, Scalar.JSON, Scalar.NULL -> row.getString(1);
            case Scalar.INTEGER -> row.getObject(1, Long.class);
            case Scalar.DECIMAL -> row.getBigDecimal(1);
            case Scalar.BOOLEAN -> row.getObject(1, Boolean.class);
            case Scalar.DATE -> row.getObject(1, LocalDate.class);
            case Scalar.TIME -> row.getObject(1, LocalTime.class);
            case Scalar.DATE_TIME -> moment(row);
            case Scalar.DURATION -> duration(row);
            case Reference _, AnyReference _ -> row.getObject(1, UUID.class);
            case ListOf _ ->
                row.getArray(1) == null
                        ? null
                        : List.of((Object[]) row.getArray(1).getArray());
            case Rows _ -> null;
        };
    }

    private static @Nullable Object moment(ResultSet row) throws SQLException {
        OffsetDateTime moment = row.getObject(1, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Object duration(ResultSet row) throws SQLException {
        return row.getObject(1) instanceof PGInterval interval
                ? Duration.ofDays(interval.getDays())
                        .plusHours(interval.getHours())
                        .plusMinutes(interval.getMinutes())
                        .plusSeconds(interval.getWholeSeconds())
                        .plus(interval.getMicroSeconds(), ChronoUnit.MICROS)
                : null;
    }
}
