package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;

/**
 * A type of points or spans of time, which are written as ISO 8601 texts.
 *
 * @param <T> the Java class of its values
 */
abstract class AbstractTimeType<T extends Comparable<? super T>> extends SimpleType {

    /** Longer texts are no times. */
    private static final int LONGEST = 60;

    private final String example;

    AbstractTimeType(String name, ValueType type, ColumnType column, String example) {
        super(name, type, one(column), name, Set.of("min", "max"));
        this.example = example;
    }

    /**
     * @throws DateTimeException when it is not one
     */
    abstract T parse(String text);

    /** Whether PostgreSQL and ISO 8601 can both hold it. */
    abstract boolean holds(T value);

    @Override
    public final T read(JsonNode json, FieldDefinition field) throws InvalidValue {
        String text = json.isTextual() ? json.textValue() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw wrong(example);
        }
        T value = parsed(text);
        checkRange(value, field);
        return value;
    }

    private T parsed(String text) throws InvalidValue {
        try {
            T value = parse(text);
            if (holds(value)) {
                return value;
            }
        } catch (DateTimeException | ArithmeticException malformed) {
            throw wrong(example);
        }
        throw wrong(example);
    }

    private void checkRange(T value, FieldDefinition field) throws InvalidValue {
        Optional<String> minimum = field.text("min");
        if (minimum.isPresent() && value.compareTo(parsed(minimum.get())) < 0) {
            throw new InvalidValue(ProblemCode.OUT_OF_RANGE, "≥ " + minimum.get());
        }
        Optional<String> maximum = field.text("max");
        if (maximum.isPresent() && value.compareTo(parsed(maximum.get())) > 0) {
            throw new InvalidValue(ProblemCode.OUT_OF_RANGE, "≤ " + maximum.get());
        }
    }
}
