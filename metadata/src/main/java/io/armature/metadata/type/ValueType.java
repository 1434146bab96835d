package io.armature.metadata.type;

/** The type of a value in an expression, with the Java class that carries it. */
public sealed interface ValueType {

    /** Values that stand for themselves. */
    enum Scalar implements ValueType {
        /** {@link String} */
        TEXT,
        /** {@link Long} */
        INTEGER,
        /** {@link java.math.BigDecimal} */
        DECIMAL,
        /** {@link Boolean} */
        BOOLEAN,
        /** {@link java.time.LocalDate} */
        DATE,
        /** {@link java.time.LocalTime} */
        TIME,
        /** {@link java.time.Instant}, to the microsecond */
        DATE_TIME,
        /** {@link java.time.Duration}, to the microsecond */
        DURATION,
        /** {@link com.fasterxml.jackson.databind.JsonNode}: can be tested for null, not computed with */
        JSON,
        /** the type of {@code null} */
        NULL
    }

    /** A link to one record: {@link java.util.UUID}. */
    record Reference(String entity) implements ValueType {}

    /** A link to one record of any entity. */
    record AnyReference() implements ValueType {}

    /** The records behind lines, an inverse link or a many-to-many link. */
    record Rows(String entity) implements ValueType {}

    /** A list of values: {@link java.util.List}. */
    record ListOf(ValueType item) implements ValueType {}
}
