package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** A time of day, to the microsecond. */
final class TimeType extends AbstractTimeType<LocalTime> {

    TimeType() {
        super("time", Scalar.TIME, ColumnType.TIME, "13:45:00");
    }

    @Override
    LocalTime parse(String text) {
        return LocalTime.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    boolean holds(LocalTime value) {
        return true;
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Schemas.text("time");
    }
}
