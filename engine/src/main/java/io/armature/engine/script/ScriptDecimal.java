package io.armature.engine.script;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** An exact decimal in a script: {@code a.plus(b).times('1.2').round(2)}. Immutable. */
record ScriptDecimal(BigDecimal number) implements ProxyObject {

    /** Digits of quotients that do not end: those of IEEE 754's decimal128. */
    private static final MathContext QUOTIENT = MathContext.DECIMAL128;

    /** Digits that a number of JavaScript keeps through text and back. */
    private static final int SURE_DIGITS = 15;

    private static final int LONGEST_SCALE = 1_000;
    private static final int LONGEST = 10_000;

    /** What can be done with a decimal. */
    @FunctionalInterface
    private interface Operation {
        Object on(BigDecimal number, Value[] given);
    }

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            Map.entry("plus", (number, given) -> new ScriptDecimal(number.add(of(given, 0)))),
            Map.entry("minus", (number, given) -> new ScriptDecimal(number.subtract(of(given, 0)))),
            Map.entry("times", (number, given) -> new ScriptDecimal(bounded(number.multiply(of(given, 0))))),
            Map.entry("div", (number, given) -> new ScriptDecimal(quotient(number, of(given, 0)))),
            Map.entry("mod", (number, given) -> new ScriptDecimal(number.remainder(divisor(of(given, 0))))),
            Map.entry("negate", (number, given) -> new ScriptDecimal(number.negate())),
            Map.entry("abs", (number, given) -> new ScriptDecimal(number.abs())),
            Map.entry("round", (number, given) -> new ScriptDecimal(round(number, given))),
            Map.entry("compare", (number, given) -> number.compareTo(of(given, 0))),
            Map.entry("equals", (number, given) -> number.compareTo(of(given, 0)) == 0),
            Map.entry("lessThan", (number, given) -> number.compareTo(of(given, 0)) < 0),
            Map.entry("atMost", (number, given) -> number.compareTo(of(given, 0)) <= 0),
            Map.entry("greaterThan", (number, given) -> number.compareTo(of(given, 0)) > 0),
            Map.entry("atLeast", (number, given) -> number.compareTo(of(given, 0)) >= 0),
            Map.entry("isZero", (number, given) -> number.signum() == 0),
            Map.entry("sign", (number, given) -> number.signum()),
            Map.entry("toNumber", (number, given) -> number.doubleValue()),
            Map.entry("toFixed", (number, given) -> round(number, given).toPlainString()),
            Map.entry("toString", (number, given) -> number.toPlainString()),
            Map.entry("toJSON", (number, given) -> number.toPlainString()),
            Map.entry("valueOf", (number, given) -> sure(number)));

    /** The function {@code Decimal} of scripts: a decimal from a text, a number or a decimal. */
    static Object make(Value[] given) {
        return new ScriptDecimal(of(given, 0));
    }

    private static BigDecimal of(Value[] given, int place) {
        if (given.length <= place) {
            throw new ScriptFault("A decimal is expected, such as '12.50'");
        }
        return of(given[place])
                .orElseThrow(() ->
                        new ScriptFault("Not a decimal: " + RealmHost.text(given[place]) + ". Write it like '12.50'"));
    }

    /** The decimal that a value stands for: exactly, or not at all. */
    static Optional<BigDecimal> of(Value value) {
        if (value.isProxyObject() && value.asProxyObject() instanceof ScriptDecimal decimal) {
            return Optional.of(decimal.number);
        }
        if (value.isNumber()) {
            return Optional.of(exact(value));
        }
        return value.isString() ? parsed(value.asString()) : Optional.empty();
    }

    private static Optional<BigDecimal> parsed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(bounded(new BigDecimal(text.strip())));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A number that arithmetic has blurred is refused: 0.1 + 0.2 is none that anybody means. */
    private static BigDecimal exact(Value number) {
        if (number.fitsInLong()) {
            return BigDecimal.valueOf(number.asLong());
        }
        double value = number.asDouble();
        if (!Double.isFinite(value)) {
            throw new ScriptFault("Not a number that can be kept: " + value);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() > SURE_DIGITS) {
            throw new ScriptFault(value + " is not exact: JavaScript's numbers are rounded. Compute with decimals: "
                    + "a.plus(b), a.times('1.2'), Decimal('0.1')");
        }
        return bounded(decimal);
    }

    /** For {@code <}, {@code ==} and the like: the number, where it is one of JavaScript's without loss. */
    private static double sure(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isFinite(value) && new BigDecimal(Double.toString(value)).compareTo(number) == 0) {
            return value;
        }
        throw new ScriptFault(
                number.toPlainString() + " is no number of JavaScript without loss: use plus, minus, times, "
                        + "compare, lessThan and the like, or toNumber() to round it");
    }

    private static BigDecimal quotient(BigDecimal number, BigDecimal divisor) {
        return number.divide(divisor(divisor), QUOTIENT);
    }

    private static BigDecimal divisor(BigDecimal number) {
        if (number.signum() == 0) {
            throw new ScriptFault("Division by zero");
        }
        return number;
    }

    private static BigDecimal round(BigDecimal number, Value[] given) {
        int digits = given.length > 0 && given[0].fitsInInt() ? given[0].asInt() : 0;
        if (Math.abs(digits) > LONGEST_SCALE) {
            throw new ScriptFault("No decimal has so many digits: " + digits);
        }
        return number.setScale(digits, mode(given));
    }

    private static RoundingMode mode(Value[] given) {
        String mode = given.length > 1 && given[1].isString() ? given[1].asString() : "half-up";
        return switch (mode) {
            case "half-up" -> RoundingMode.HALF_UP;
            case "half-even" -> RoundingMode.HALF_EVEN;
            case "half-down" -> RoundingMode.HALF_DOWN;
            case "up" -> RoundingMode.UP;
            case "down" -> RoundingMode.DOWN;
            case "ceiling" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default ->
                throw new ScriptFault("No way of rounding: " + mode.toLowerCase(Locale.ROOT)
                        + ". There are half-up, half-even, half-down, up, down, ceiling and floor");
        };
    }

    /** Nobody grows numbers until they cost more than they are worth. */
    private static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > LONGEST || Math.abs((long) number.scale()) > LONGEST) {
            throw new ScriptFault("The decimal is longer than " + LONGEST + " digits");
        }
        return number;
    }

    @Override
    public @Nullable Object getMember(String key) {
        Operation operation = OPERATIONS.get(key);
        return operation == null ? null : (ProxyExecutable) given -> operation.on(number, given);
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray();
    }

    @Override
    public boolean hasMember(String key) {
        return OPERATIONS.containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new ScriptFault("A decimal cannot be changed");
    }

    @Override
    public String toString() {
        return number.toPlainString();
    }
}
