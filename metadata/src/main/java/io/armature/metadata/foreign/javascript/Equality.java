package io.armature.metadata.foreign.javascript;

import io.armature.metadata.foreign.javascript.Value.Sort;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JavaScript's {@code ==} and {@code ===}. A text beside a number is taken for a number, a tick is 0 or 1, and nothing equals
 * only nothing.
 */
final class Equality {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final boolean strict;

    /** @param strict whether values of different kinds are never the same */
    Equality(boolean strict) {
        this.strict = strict;
    }

    Condition equal(Value left, Value right) throws Untranslatable {
        if (left.isConstant() && right.isConstant()) {
            return Condition.constant(Literals.equal(left, right, strict));
        }
        if (left.isConstant()) {
            return equal(right, left);
        }
        if (right.sort() == Sort.NOTHING) {
            return nothing(left);
        }
        return right.isConstant() ? literal(left, right) : fields(left, right);
    }

    private static Condition nothing(Value left) {
        return left.sort() == Sort.ROWS || left.sort() == Sort.CONDITION
                ? Condition.constant(false)
                : Condition.of(left.text() + " == null", left.text() + " != null");
    }

    private Condition literal(Value left, Value right) throws Untranslatable {
        Object literal = right.literal().orElseThrow();
        return switch (left.sort()) {
            case TEXT -> text(left.text(), right, literal);
            case LINK ->
                literal.equals("")
                        ? Condition.constant(false)
                        : text(
                                left.key()
                                        .orElseThrow(
                                                () -> new Untranslatable("the name of a linked record without a key")),
                                right,
                                literal);
            case NUMBER -> number(left, literal);
            case TICK -> tick(left, literal);
            case CONDITION -> condition(left, literal);
            case DAY -> day(left, literal);
            case TIME, MOMENT, OPAQUE ->
                literal.equals("") ? Condition.constant(false) : incomparable(left.text(), right.text());
            case ROWS -> incomparable(left.text(), right.text());
            case NOTHING -> Condition.constant(false);
        };
    }

    private static Condition incomparable(String left, String right) throws Untranslatable {
        throw new Untranslatable("`" + left + "` beside " + right);
    }

    private Condition text(String text, Value right, Object literal) {
        if (literal instanceof String) {
            return pair(text, right.text());
        }
        return strict ? Condition.constant(false) : numeric(text, Literals.toNumber(literal));
    }

    /** A text that JavaScript reads as this number. */
    private static Condition numeric(String text, Optional<BigDecimal> number) {
        if (number.isEmpty()) {
            return Condition.constant(false);
        }
        String plain = Literals.plain(number.get().abs());
        String digits = plain.replace(".", "[.]");
        String sign = number.get().signum() < 0 ? "-" : number.get().signum() == 0 ? "[+-]?" : "[+]?";
        String tail = plain.contains(".") ? "0*" : "([.]0*)?";
        String empty = number.get().signum() == 0 ? " || " + text + " == ''" : "";
        String matches = "coalesce(matches(trim(" + text + "), '^" + sign + "0*" + digits + tail + "$'), false)";
        String whole = empty.isEmpty() ? matches : "(" + matches + empty + ")";
        return Condition.of(whole, "!" + whole);
    }

    private Condition number(Value left, Object literal) {
        if (strict && !(literal instanceof BigDecimal)) {
            return Condition.constant(false);
        }
        return Literals.toNumber(literal)
                .map(number -> pair(left.text(), Literals.plain(number)))
                .orElseGet(() -> Condition.constant(false));
    }

    private Condition tick(Value left, Object literal) {
        if (strict && !(literal instanceof BigDecimal)) {
            return Condition.constant(false);
        }
        Optional<BigDecimal> number = Literals.toNumber(literal);
        if (number.isPresent() && number.get().compareTo(BigDecimal.ONE) == 0) {
            return pair(left.text(), "true");
        }
        return number.isPresent() && number.get().signum() == 0
                ? pair(left.text(), "false")
                : Condition.constant(false);
    }

    private Condition condition(Value left, Object literal) {
        if (strict && !(literal instanceof Boolean)) {
            return Condition.constant(false);
        }
        Optional<BigDecimal> number = Literals.toNumber(literal);
        Condition holds = Condition.of("(" + left.text() + ")", "!(" + left.text() + ")");
        if (number.isPresent() && number.get().compareTo(BigDecimal.ONE) == 0) {
            return holds;
        }
        return number.isPresent() && number.get().signum() == 0 ? holds.not() : Condition.constant(false);
    }

    private static Condition day(Value left, Object literal) {
        return literal instanceof String text && DAY.matcher(text).matches()
                ? pair(left.text(), "date('" + text + "')")
                : Condition.constant(false);
    }

    /** A constant {@code '2026-01-31'} beside a day, as a day. */
    static Optional<Value> written(Value constant, Value day) {
        return day.sort() == Sort.DAY
                        && constant.literal().orElse("") instanceof String text
                        && DAY.matcher(text).matches()
                ? Optional.of(Value.of(Sort.DAY, "date('" + text + "')"))
                : Optional.empty();
    }

    private Condition fields(Value left, Value right) throws Untranslatable {
        if (left.sort() == right.sort() && left.sort() != Sort.LINK && left.sort() != Sort.ROWS) {
            return pair(left.text(), right.text());
        }
        Optional<String> one = left.sort() == Sort.TEXT ? Optional.of(left.text()) : left.key();
        Optional<String> other = right.sort() == Sort.TEXT ? Optional.of(right.text()) : right.key();
        if (one.isPresent() && other.isPresent()) {
            return pair(one.get(), other.get());
        }
        if (isNumber(left) && isNumber(right)) {
            return strict && (left.sort() == Sort.CONDITION || right.sort() == Sort.CONDITION)
                    ? Condition.constant(false)
                    : pair(counted(left), counted(right));
        }
        return incomparable(left.text(), right.text());
    }

    static boolean isNumber(Value value) {
        return value.sort() == Sort.NUMBER || value.sort() == Sort.TICK || value.sort() == Sort.CONDITION;
    }

    /** A value as JavaScript counts with it: nothing is 0, a tick 0 or 1. */
    static String counted(Value value) {
        return switch (value.sort()) {
            case NUMBER -> value.isConstant() ? value.text() : "coalesce(" + value.text() + ", 0)";
            case TICK -> "(" + value.text() + " == true ? 1 : 0)";
            case CONDITION -> "((" + value.text() + ") ? 1 : 0)";
            case TEXT, LINK, DAY, TIME, MOMENT, ROWS, OPAQUE, NOTHING -> "0";
        };
    }

    private static Condition pair(String left, String right) {
        return Condition.of(left + " == " + right, left + " != " + right);
    }
}
