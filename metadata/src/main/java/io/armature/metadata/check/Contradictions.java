package io.armature.metadata.check;

import io.armature.metadata.expression.Ir;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that hold for no record: false whatever it says, or wanting of one value what no value is. What this finds is certain;
 * not all is found.
 */
final class Contradictions {

    private Contradictions() {}

    /** @param known the only values that some fields of the record can have */
    static boolean never(Ir tree, Map<String, Set<String>> known) {
        if (tree instanceof Ir.Nothing) {
            return true;
        }
        if (tree instanceof Ir.Literal literal) {
            return Boolean.FALSE.equals(literal.value());
        }
        if (tree instanceof Ir.Call call && call.function().equals("or")) {
            return call.arguments().stream().allMatch(part -> never(part, known));
        }
        if (tree instanceof Ir.Call call && call.function().equals("not")) {
            return call.arguments().getFirst() instanceof Ir.Literal literal && Boolean.TRUE.equals(literal.value());
        }
        if (tree instanceof Ir.Choice choice) {
            return never(choice.then(), known) && never(choice.otherwise(), known);
        }
        List<Ir> parts = new ArrayList<>();
        conjuncts(tree, parts);
        if (parts.size() > 1 && parts.stream().anyMatch(part -> never(part, known))) {
            return true;
        }
        Map<List<String>, Wanted> wanted = new HashMap<>();
        return parts.stream().anyMatch(part -> isRefused(part, wanted, known));
    }

    private static void conjuncts(Ir tree, List<Ir> parts) {
        if (tree instanceof Ir.Call call && call.function().equals("and")) {
            call.arguments().forEach(argument -> conjuncts(argument, parts));
        } else {
            parts.add(tree);
        }
    }

    /** Whether a part cannot hold beside those before it. */
    private static boolean isRefused(Ir part, Map<List<String>, Wanted> wanted, Map<String, Set<String>> known) {
        if (!(part instanceof Ir.Call call) || call.arguments().size() != 2) {
            return false;
        }
        Ir left = call.arguments().getFirst();
        Ir right = call.arguments().getLast();
        String sign = call.function().replaceAll("\\..*", "");
        if (left instanceof Ir.Literal && right instanceof Ir.Path) {
            return told(turned(sign), (Ir.Path) right, left, wanted, known);
        }
        if (left instanceof Ir.Path path && right instanceof Ir.Path other && path.equals(other)) {
            return List.of("less", "greater").contains(sign);
        }
        if (left instanceof Ir.Literal one && right instanceof Ir.Literal two) {
            return new Wanted()
                    .narrowed("equal", one.value())
                    .flatMap(it -> it.narrowed(sign, two.value()))
                    .isEmpty();
        }
        return left instanceof Ir.Path path && told(sign, path, right, wanted, known);
    }

    private static String turned(String sign) {
        return switch (sign) {
            case "less" -> "greater";
            case "lessOrEqual" -> "greaterOrEqual";
            case "greater" -> "less";
            case "greaterOrEqual" -> "lessOrEqual";
            default -> sign;
        };
    }

    private static boolean told(
            String sign, Ir.Path path, Ir right, Map<List<String>, Wanted> wanted, Map<String, Set<String>> known) {
        if (path.base() != 0) {
            return false;
        }
        if (right instanceof Ir.Nothing && sign.equals("equal")) {
            Wanted before = wanted.put(path.path(), Wanted.NOTHING);
            return before != null && before.isSome();
        }
        if (!(right instanceof Ir.Literal literal)) {
            return false;
        }
        boolean elsewhere = sign.equals("equal")
                && path.path().size() == 1
                && known.containsKey(path.path().getFirst())
                && !known.get(path.path().getFirst()).contains(literal.value().toString());
        Optional<Wanted> narrowed =
                wanted.getOrDefault(path.path(), new Wanted()).narrowed(sign, literal.value());
        narrowed.ifPresent(some -> wanted.put(path.path(), some));
        return elsewhere || narrowed.isEmpty();
    }

    /**
     * The values that are left of all.
     *
     * @param low the least, itself only where it is not {@code above}
     * @param high the greatest, itself only where it is not {@code below}
     */
    private record Wanted(
            @Nullable Object same,
            @Nullable Object low,
            boolean above,
            @Nullable Object high,
            boolean below) {

        /** None but that there is no value. */
        static final Wanted NOTHING = new Wanted();

        Wanted() {
            this(null, null, false, null, false);
        }

        /** Whether a value is wanted at all. */
        boolean isSome() {
            return same != null || low != null || high != null;
        }

        /** What is left beside another condition; empty when nothing is. */
        Optional<Wanted> narrowed(String sign, Object value) {
            if (this == NOTHING
                    && List.of("equal", "less", "lessOrEqual", "greater", "greaterOrEqual")
                            .contains(sign)) {
                return Optional.empty();
            }
            Wanted next = switch (sign) {
                case "equal" -> new Wanted(value, low, above, high, below);
                case "less", "lessOrEqual" ->
                    high == null || compare(value, high) < 0 || compare(value, high) == 0 && sign.equals("less")
                            ? new Wanted(same, low, above, value, sign.equals("less"))
                            : this;
                case "greater", "greaterOrEqual" ->
                    low == null || compare(value, low) > 0 || compare(value, low) == 0 && sign.equals("greater")
                            ? new Wanted(same, value, sign.equals("greater"), high, below)
                            : this;
                default -> this;
            };
            boolean twice = sign.equals("equal") && same != null && compare(same, value) != 0;
            return twice || next.isEmpty() ? Optional.empty() : Optional.of(next);
        }

        private boolean isEmpty() {
            if (same != null) {
                return isBelow(same) || isAbove(same);
            }
            return low != null
                    && high != null
                    && (compare(low, high) > 0 || compare(low, high) == 0 && (above || below));
        }

        private boolean isBelow(Object value) {
            return low != null && (compare(value, low) < 0 || above && compare(value, low) == 0);
        }

        private boolean isAbove(Object value) {
            return high != null && (compare(value, high) > 0 || below && compare(value, high) == 0);
        }

        @SuppressWarnings("unchecked")
        private static int compare(Object one, Object other) {
            if (one instanceof Number && other instanceof Number) {
                return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
            }
            return one instanceof Comparable<?> comparable && one.getClass() == other.getClass()
                    ? ((Comparable<Object>) comparable).compareTo(other)
                    : one.equals(other) ? 0 : 1;
        }
    }
}
