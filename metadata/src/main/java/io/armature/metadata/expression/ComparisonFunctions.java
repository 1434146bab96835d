package io.armature.metadata.expression;

import static io.armature.metadata.type.ValueType.Scalar.BOOLEAN;
import static io.armature.metadata.type.ValueType.Scalar.TEXT;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Order. Text is ordered by the numbers of its characters, which every back end knows. */
final class ComparisonFunctions {

    private ComparisonFunctions() {}

    static List<Overload> all() {
        var all = new ArrayList<Overload>();
        for (Scalar type : Scalar.values()) {
            if (Types.isOrdered(type)) {
                String suffix = "." + Types.name(type);
                all.add(test("less" + suffix, "<", type, order -> order < 0));
                all.add(test("lessOrEqual" + suffix, "<=", type, order -> order <= 0));
                all.add(test("greater" + suffix, ">", type, order -> order > 0));
                all.add(test("greaterOrEqual" + suffix, ">=", type, order -> order >= 0));
                all.add(extreme("min" + suffix, "min", "least", type, order -> order <= 0));
                all.add(extreme("max" + suffix, "max", "greatest", type, order -> order >= 0));
            }
        }
        return all;
    }

    /** Compares two values of one ordered type. */
    @SuppressWarnings("unchecked")
    static int compare(Object left, Object right) {
        return left instanceof String text
                ? Texts.ORDER.compare(text, (String) right)
                : ((Comparable<Object>) left).compareTo(right);
    }

    private static Overload test(String id, String sign, ValueType type, IntPredicate test) {
        String collation = type == TEXT ? " collate \"C\"" : "";
        return Overload.of(
                id,
                sign,
                List.of(type, type),
                BOOLEAN,
                arguments -> test.test(compare(arguments.get(0, Object.class), arguments.get(1, Object.class))),
                "({0}" + collation + " " + sign + " {1})");
    }

    private static Overload extreme(String id, String name, String sql, ValueType type, IntPredicate first) {
        String collation = type == TEXT ? " collate \"C\"" : "";
        return Overload.of(
                id,
                name,
                List.of(type, type),
                type,
                arguments -> {
                    Object left = arguments.get(0, Object.class);
                    Object right = arguments.get(1, Object.class);
                    return first.test(compare(left, right)) ? left : right;
                },
                "case when {0} is not null and {1} is not null then " + sql + "({0}" + collation + ", {1}) end");
    }
}
