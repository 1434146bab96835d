package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A span of time of fixed length, to the microsecond: {@code PT1H30M}, {@code P2D}. A day is 24 hours. */
final class DurationType extends AbstractTimeType<Duration> {

    /** About 10,000 years. */
    private static final Duration LONGEST = Duration.ofDays(3_652_500);

    DurationType() {
        super("duration", Scalar.DURATION, ColumnType.INTERVAL, "PT1H30M");
    }

    @Override
    Duration parse(String text) {
        return Duration.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    boolean holds(Duration value) {
        return value.abs().compareTo(LONGEST) <= 0;
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Schemas.text("duration");
    }
}
