package io.armature.metadata.expression;

import static io.armature.metadata.type.ValueType.Scalar.DECIMAL;
import static io.armature.metadata.type.ValueType.Scalar.INTEGER;

import io.armature.metadata.expression.Overload.Arguments;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic. What has no result, such as a quotient by zero, is null: a list does not fail because of one record. */
final class NumberFunctions {

    /** Rounds half away from zero, as numeric's round does; the quotient is exact to the digit that decides. */
    static final String DIVIDE = "trim_scale(round(div({0} * 1e21, nullif({1}, 0)) * 1e-21, 20))";

    private NumberFunctions() {}

    static List<Overload> all() {
        return List.of(
                whole("add.integer", "+", BigInteger::add, "{0}::numeric + {1}::numeric"),
                decimal("add.decimal", "+", BigDecimal::add, "({0} + {1})"),
                whole("subtract.integer", "-", BigInteger::subtract, "{0}::numeric - {1}::numeric"),
                decimal("subtract.decimal", "-", BigDecimal::subtract, "({0} - {1})"),
                whole("multiply.integer", "*", BigInteger::multiply, "{0}::numeric * {1}::numeric"),
                decimal("multiply.decimal", "*", (a, b) -> Decimals.limited(a.multiply(b)), "({0} * {1})"),
                decimal("divide.decimal", "/", Decimals::divide, DIVIDE),
                Overload.of(
                        "remainder.integer",
                        "%",
                        List.of(INTEGER, INTEGER),
                        INTEGER,
                        arguments -> whole(arguments, 1).signum() == 0
                                ? null
                                : Decimals.whole(whole(arguments, 0).remainder(whole(arguments, 1))),
                        "({0} % nullif({1}, 0))"),
                decimal("remainder.decimal", "%", Decimals::remainder, "({0} % nullif({1}, 0))"),
                wholeOfOne("negate.integer", "-", BigInteger::negate, "-({0}::numeric)"),
                ofOne("negate.decimal", "-", BigDecimal::negate, "(-{0})"),
                wholeOfOne("abs.integer", "abs", BigInteger::abs, "abs({0}::numeric)"),
                ofOne("abs.decimal", "abs", BigDecimal::abs, "abs({0})"),
                ofOne("floor.decimal", "floor", number -> number.setScale(0, RoundingMode.FLOOR), "floor({0})"),
                ofOne("ceil.decimal", "ceil", number -> number.setScale(0, RoundingMode.CEILING), "ceil({0})"),
                ofOne("round.decimal", "round", number -> number.setScale(0, RoundingMode.HALF_UP), "round({0})"),
                Overload.of(
                        "round.digits",
                        "round",
                        List.of(DECIMAL, INTEGER),
                        DECIMAL,
                        arguments -> Decimals.round(decimal(arguments, 0), arguments.get(1, Long.class)),
                        "round({0}, " + within("{1}", "101") + "::integer)"),
                Overload.of(
                        "int.integer",
                        "int",
                        List.of(INTEGER),
                        INTEGER,
                        arguments -> arguments.get(0, Long.class),
                        "{0}"),
                Overload.of(
                        "int.decimal",
                        "int",
                        List.of(DECIMAL),
                        INTEGER,
                        arguments -> Decimals.whole(decimal(arguments, 0).toBigInteger()),
                        bigint("trunc({0})")),
                Overload.of(
                        "decimal.integer",
                        "decimal",
                        List.of(INTEGER),
                        DECIMAL,
                        arguments -> BigDecimal.valueOf(arguments.get(0, Long.class)),
                        "{0}::numeric"));
    }

    /** The number, or null where it is not strictly between {@code -limit} and {@code limit}; null stays null. */
    static String within(String number, String limit) {
        return "nullif(nullif(least(greatest(%1$s, -%2$s), %2$s), %2$s), -%2$s)".formatted(number, limit);
    }

    /** A whole numeric as bigint, or null where it has more than 64 bits. */
    static String bigint(String number) {
        return "nullif(nullif(least(greatest(%s, -9223372036854775809), 9223372036854775808), 9223372036854775808), -9223372036854775809)::bigint"
                .formatted(number);
    }

    static BigDecimal decimal(Arguments arguments, int index) {
        return arguments.get(index, BigDecimal.class);
    }

    private static BigInteger whole(Arguments arguments, int index) {
        return BigInteger.valueOf(arguments.get(index, Long.class));
    }

    private static Overload whole(
            String id, String name, BiFunction<BigInteger, BigInteger, BigInteger> operation, String sql) {
        return Overload.of(
                id,
                name,
                List.of(INTEGER, INTEGER),
                INTEGER,
                arguments -> Decimals.whole(operation.apply(whole(arguments, 0), whole(arguments, 1))),
                bigint(sql));
    }

    private static Overload wholeOfOne(String id, String name, UnaryOperator<BigInteger> operation, String sql) {
        return Overload.of(
                id,
                name,
                List.of(INTEGER),
                INTEGER,
                arguments -> Decimals.whole(operation.apply(whole(arguments, 0))),
                bigint(sql));
    }

    private static Overload decimal(
            String id, String name, BiFunction<BigDecimal, BigDecimal, @Nullable BigDecimal> operation, String sql) {
        return Overload.of(
                id,
                name,
                List.of(DECIMAL, DECIMAL),
                DECIMAL,
                arguments -> operation.apply(decimal(arguments, 0), decimal(arguments, 1)),
                sql);
    }

    private static Overload ofOne(String id, String name, UnaryOperator<BigDecimal> operation, String sql) {
        return Overload.of(
                id, name, List.of(DECIMAL), DECIMAL, arguments -> operation.apply(decimal(arguments, 0)), sql);
    }
}
