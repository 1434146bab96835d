package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Values as text, the same in the typed tree's JSON, the conformance file and every back end. */
final class Values {

    private Values() {}

    static String text(Object value) {
        return switch (value) {
            case BigDecimal decimal -> Decimals.text(decimal);
            case LocalDate date -> Dates.text(date);
            case LocalTime time -> Dates.text(time);
            case Instant instant -> Dates.text(instant);
            default -> value.toString();
        };
    }

    /** The value of a text that {@link #text} wrote. */
    static Object read(String text, ValueType type) {
        return switch (type) {
            case Scalar.TEXT -> text;
            case Scalar.INTEGER -> Long.valueOf(text);
            case Scalar.DECIMAL -> new BigDecimal(text);
            case Scalar.DATE -> LocalDate.parse(text);
            case Scalar.TIME -> LocalTime.parse(text);
            case Scalar.DATE_TIME -> Instant.parse(text);
            case Scalar.DURATION -> Duration.parse(text);
            case ValueType.Reference _, ValueType.AnyReference _ -> UUID.fromString(text);
            default -> throw new IllegalArgumentException("No literals of " + Types.name(type));
        };
    }
}
