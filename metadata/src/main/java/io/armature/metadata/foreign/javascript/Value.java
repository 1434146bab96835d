package io.armature.metadata.foreign.javascript;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A JavaScript value as it stands in one of our expressions.
 *
 * @param sort what JavaScript would see
 * @param text the expression; for literals the literal
 * @param key for links: the expression of the name of the linked record, where it has one
 * @param literal for literals: a {@link String}, {@link java.math.BigDecimal} or {@link Boolean}; nothing for null
 */
public record Value(Sort sort, String text, Optional<String> key, Optional<Object> literal) {

    /** What kinds of values JavaScript meets in a record of the foreign system. */
    public enum Sort {
        TEXT,
        NUMBER,
        /** A tick, which the foreign system keeps as 0 or 1 and we as false or true, never as nothing. */
        TICK,
        /** The outcome of a comparison; {@code text} is never null. */
        CONDITION,
        LINK,
        DAY,
        TIME,
        MOMENT,
        /** A list of rows. */
        ROWS,
        /** Something that can only be there or not. */
        OPAQUE,
        /** {@code null}, {@code undefined}, or a name that means nothing. */
        NOTHING
    }

    /** Nothing at all. */
    public static final Value NOTHING = new Value(Sort.NOTHING, "null", Optional.empty(), Optional.empty());

    /** A value without a literal. */
    public static Value of(Sort sort, String text) {
        return new Value(sort, text, Optional.empty(), Optional.empty());
    }

    /** A text that is always the same. */
    public static Value text(String text) {
        return Literals.text(text);
    }

    /** A number that is always the same. */
    public static Value number(long number) {
        return Literals.number(BigDecimal.valueOf(number));
    }

    /** A link, with the expression of the linked record's name where there is one. */
    public static Value link(String text, Optional<String> key) {
        return new Value(Sort.LINK, text, key, Optional.empty());
    }

    static Value literal(Sort sort, String text, Object literal) {
        return new Value(sort, text, Optional.empty(), Optional.of(literal));
    }

    boolean isConstant() {
        return literal.isPresent() || sort == Sort.NOTHING;
    }
}
