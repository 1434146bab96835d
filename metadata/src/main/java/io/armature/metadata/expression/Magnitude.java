package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many digits a decimal may have, told from its tree. The limit of digits is written into SQL only where a product
 * or quotient could pass it; the JVM, for which it costs nothing, looks at every one.
 */
final class Magnitude {

    private static final Set<String> PRODUCTS = Set.of("multiply.decimal", "divide.decimal");
    private static final int WHOLE_DIGITS = 19;

    /** Formulas that name formulas are not looked into further than that. */
    private static final int MOST_FORMULAS = 2;
    /** A sum of so many rows that no table has them has so many digits more. */
    private static final int ROWS_DIGITS = 19;

    private final Scope scope;
    private final List<String> frames;
    private final int formulas;

    /** @param frames the entities of the rows at hand, the innermost first */
    Magnitude(Scope scope, List<String> frames) {
        this(scope, frames, MOST_FORMULAS);
    }

    private Magnitude(Scope scope, List<String> frames, int formulas) {
        this.scope = scope;
        this.frames = frames;
        this.formulas = formulas;
    }

    /** Digits before the point and after it, at most. */
    private record Digits(int before, int after) {
        static final Digits FIELD = new Digits(Limits.FIELD_DIGITS, Limits.FIELD_DIGITS);
        static final Digits MOST = new Digits(Limits.DIGITS, Limits.DIGITS);

        Digits or(Digits other) {
            return new Digits(Math.max(before, other.before), Math.max(after, other.after));
        }

        Digits limited() {
            return new Digits(Math.min(before, Limits.DIGITS), Math.min(after, Limits.DIGITS));
        }
    }

    /** Whether a call may have more digits than are kept. */
    boolean limits(Ir.Call call) {
        if (!PRODUCTS.contains(call.function())) {
            return false;
        }
        Digits result = product(call);
        return result.before() > Limits.DIGITS || result.after() > Limits.DIGITS;
    }

    /** The same computation, within the limits. */
    static Template limited(Template product) {
        return new Template("trim_scale(round(" + NumberFunctions.within(product.text(), "1e" + Limits.DIGITS) + ", "
                + Limits.DIGITS + "))");
    }

    private Digits of(Ir tree) {
        if (tree.type() == Scalar.INTEGER) {
            return new Digits(WHOLE_DIGITS, 0);
        }
        return switch (tree) {
            case Ir.Literal(BigDecimal number, var _) ->
                new Digits(Math.max(0, number.precision() - number.scale()), number.scale());
            case Ir.Path path -> path(path);
            case Ir.Call call -> call(call);
            case Ir.Choice(var _, var then, var otherwise, var _) -> of(then).or(of(otherwise));
            case Ir.Aggregate aggregate -> aggregate(aggregate);
            case Ir.Context _ -> Digits.MOST;
            case Ir.Nothing _, Ir.Literal _, Ir.Items _ -> new Digits(0, 0);
        };
    }

    private Digits path(Ir.Path path) {
        String entity = frames.get(path.base());
        for (String link : path.path().subList(0, path.path().size() - 1)) {
            Optional<ValueType> type = scope.member(entity, link).map(Member::type);
            if (type.isEmpty() || !(type.get() instanceof Reference(var target))) {
                return Digits.MOST;
            }
            entity = target;
        }
        return digits(entity, path.path().getLast());
    }

    private Digits digits(String entity, String name) {
        Optional<Member> member = scope.member(entity, name);
        if (member.isPresent() && member.get() instanceof Member.Computed(var _, var _, var expression)) {
            return formulas == 0
                    ? Digits.MOST
                    : new Magnitude(scope, List.of(entity), formulas - 1).of(expression.tree());
        }
        return member.isPresent() ? Digits.FIELD : Digits.MOST;
    }

    private Digits aggregate(Ir.Aggregate aggregate) {
        if (!(aggregate.rows().type() instanceof Rows(var entity))) {
            return Digits.MOST;
        }
        var inner = new ArrayList<String>();
        inner.add(entity);
        inner.addAll(frames);
        Digits each = new Magnitude(scope, inner, formulas).of(aggregate.body());
        return new Digits(
                each.before() + ROWS_DIGITS, aggregate.function().equals("avg") ? Limits.DIVISION_SCALE : each.after());
    }

    private Digits call(Ir.Call call) {
        return switch (call.function()) {
            case "decimal.integer" -> new Digits(WHOLE_DIGITS, 0);
            case "multiply.decimal", "divide.decimal" -> product(call).limited();
            case "add.decimal", "subtract.decimal" -> {
                Digits sum = of(call.arguments().get(0)).or(of(call.arguments().get(1)));
                yield new Digits(sum.before() + 1, sum.after());
            }
            case "hours", "minutes", "seconds" -> new Digits(WHOLE_DIGITS, Limits.DIVISION_SCALE);
            default -> {
                Digits most = call.arguments().stream().map(this::of).reduce(new Digits(0, 0), Digits::or);
                yield new Digits(most.before() + 1, most.after());
            }
        };
    }

    private Digits product(Ir.Call call) {
        Digits left = of(call.arguments().get(0));
        Digits right = of(call.arguments().get(1));
        return call.function().equals("multiply.decimal")
                ? new Digits(left.before() + right.before(), left.after() + right.after())
                : new Digits(left.before() + right.after() + 1, Limits.DIVISION_SCALE);
    }
}
