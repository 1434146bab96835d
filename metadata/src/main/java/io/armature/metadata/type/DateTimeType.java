package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** A moment, to the microsecond. Its text names an offset, so that it means the same everywhere. */
final class DateTimeType extends AbstractTimeType<Instant> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    DateTimeType() {
        super("dateTime", Scalar.DATE_TIME, ColumnType.TIMESTAMP, "2026-01-31T13:45:00Z");
    }

    @Override
    Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    boolean holds(Instant value) {
        return !value.isBefore(FIRST) && value.isBefore(END);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Schemas.text("date-time");
    }
}
