package io.armature.metadata.foreign.javascript;

import java.math.BigDecimal;
import java.util.Optional;

/** Literals of our expressions, and JavaScript's ways of taking one for another. */
final class Literals {

    private Literals() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\'' -> quoted.append("\\'");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(character);
            }
        });
        return quoted.append('\'').toString();
    }

    static Value text(String text) {
        return Value.literal(Value.Sort.TEXT, quote(text), text);
    }

    static Value number(BigDecimal number) {
        return Value.literal(Value.Sort.NUMBER, plain(number), number);
    }

    static Value flag(boolean flag) {
        return Value.literal(Value.Sort.CONDITION, Boolean.toString(flag), flag);
    }

    static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }

    /** What a literal is as a number; empty where it is none. */
    static Optional<BigDecimal> toNumber(Object literal) {
        return switch (literal) {
            case BigDecimal number -> Optional.of(number);
            case Boolean flag -> Optional.of(flag ? BigDecimal.ONE : BigDecimal.ZERO);
            case String text when text.isBlank() -> Optional.of(BigDecimal.ZERO);
            case String text -> parse(text.strip());
            default -> Optional.empty();
        };
    }

    /** No number of JavaScript is as large: it is infinite there, and no value is. */
    private static final int DIGITS = 309;

    private static Optional<BigDecimal> parse(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Optional.of(number)
                    .filter(any -> Math.abs(number.scale()) <= DIGITS && number.precision() <= DIGITS);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    static boolean truth(Value constant) {
        return constant.literal()
                .map(literal -> switch (literal) {
                    case Boolean flag -> flag;
                    case BigDecimal number -> number.signum() != 0;
                    case String text -> !text.isEmpty();
                    default -> true;
                })
                .orElse(false);
    }

    /** {@code ==} or {@code ===} of two constants. */
    static boolean equal(Value left, Value right, boolean strict) {
        if (left.literal().isEmpty() || right.literal().isEmpty()) {
            return left.literal().isEmpty() && right.literal().isEmpty();
        }
        Object one = left.literal().get();
        Object other = right.literal().get();
        if (one.getClass() == other.getClass()) {
            return one instanceof BigDecimal number && other instanceof BigDecimal second
                    ? number.compareTo(second) == 0
                    : one.equals(other);
        }
        Optional<BigDecimal> first = toNumber(one);
        Optional<BigDecimal> second = toNumber(other);
        return !strict && first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) == 0;
    }
}
