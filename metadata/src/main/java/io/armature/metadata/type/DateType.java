package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.time.LocalDate;

/** A day of the calendar, wherever one is. */
final class DateType extends AbstractTimeType<LocalDate> {

    DateType() {
        super("date", Scalar.DATE, ColumnType.DATE, "2026-01-31");
    }

    @Override
    LocalDate parse(String text) {
        return LocalDate.parse(text);
    }

    @Override
    boolean holds(LocalDate value) {
        return value.getYear() >= 1 && value.getYear() <= 9999;
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Schemas.text("date");
    }
}
