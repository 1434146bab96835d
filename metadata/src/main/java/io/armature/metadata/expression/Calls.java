package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks calls of functions. {@code a.f(b)} is {@code f(a, b)}. */
final class Calls {

    private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");
    private static final Set<String> TIME_UNITS = Set.of("minute", "hour", "day", "week", "month", "quarter", "year");
    static final Set<String> OWN = Set.of(
            "now",
            "today",
            "hasRole",
            "inGroup",
            "coalesce",
            "isSet",
            "format",
            "date",
            "dateTime",
            "time",
            "duration");

    private final Checker checker;

    Calls(Checker checker) {
        this.checker = checker;
    }

    Ir check(CelExpr node, List<String> frames) {
        List<CelExpr> nodes = new ArrayList<>();
        node.call().target().ifPresent(nodes::add);
        nodes.addAll(node.call().args());
        String name = node.call().function();
        if (!OWN.contains(name) && Overloads.named(name).isEmpty()) {
            throw unknown(node, name);
        }
        List<Ir> arguments = checker.checkAll(nodes, frames);
        return switch (name) {
            case "now" -> none(node, arguments, new Ir.Context(Context.NOW, Scalar.DATE_TIME));
            case "today" -> none(node, arguments, new Ir.Context(Context.TODAY, Scalar.DATE));
            case "hasRole" -> membership(node, arguments, Context.USER_ROLES);
            case "inGroup" -> membership(node, arguments, Context.USER_GROUPS);
            case "coalesce" -> coalesce(node, nodes, arguments);
            case "isSet" -> isSet(node, arguments);
            case "format" -> new Format(checker).check(node, nodes, arguments);
            case "matches" -> matches(node, nodes, arguments);
            case "startOf" -> startOf(node, nodes, arguments);
            case "size" -> size(node, nodes, arguments);
            case "min", "max" -> extreme(name, node, nodes, arguments);
            case "date" -> literal(Scalar.DATE, node, nodes, arguments);
            case "dateTime" -> literal(Scalar.DATE_TIME, node, nodes, arguments);
            case "time" -> literal(Scalar.TIME, node, nodes, arguments);
            case "duration" -> literal(Scalar.DURATION, node, nodes, arguments);
            default -> resolve(name, node, nodes, arguments);
        };
    }

    private Ir resolve(String name, CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        return new Resolution(checker).call(name, node, nodes, arguments);
    }

    private Refusal unknown(CelExpr node, String name) {
        var known = new TreeSet<>(Overloads.names());
        known.addAll(OWN);
        known.addAll(Aggregates.NAMES);
        return new Refusal(
                ProblemCode.EXPRESSION_UNKNOWN_FUNCTION,
                Math.max(0, checker.source().offset(node) - name.length()),
                name,
                Suggestion.question(name, known));
    }

    private Ir none(CelExpr node, List<Ir> arguments, Ir result) {
        if (!arguments.isEmpty()) {
            throw arguments(node, arguments, node.call().function() + "()");
        }
        return result;
    }

    Refusal arguments(CelExpr node, List<Ir> arguments, String possible) {
        String found = String.join(
                ", ", arguments.stream().map(it -> Types.name(it.type())).toList());
        return new Refusal(
                ProblemCode.EXPRESSION_ARGUMENTS,
                checker.source().offset(node),
                node.call().function(),
                found,
                possible);
    }

    private Ir membership(CelExpr node, List<Ir> arguments, String list) {
        if (arguments.size() != 1 || arguments.getFirst().type() != Scalar.TEXT) {
            throw arguments(node, arguments, node.call().function() + "(text)");
        }
        return new Ir.Call(
                "in", List.of(arguments.getFirst(), new Ir.Context(list, new ListOf(Scalar.TEXT))), Scalar.BOOLEAN);
    }

    private Ir coalesce(CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        if (arguments.isEmpty()) {
            throw arguments(node, arguments, "coalesce(a, b, …)");
        }
        ValueType type = Scalar.NULL;
        for (int i = 0; i < arguments.size(); i++) {
            checker.requireSingle(arguments.get(i), nodes.get(i));
            type = checker.operators().common(type, arguments.get(i), nodes.get(i));
        }
        ValueType common = type;
        List<Ir> values = arguments.stream()
                .filter(it -> !(it instanceof Ir.Nothing))
                .map(it -> checker.coercion().to(it, common).orElse(it))
                .toList();
        return values.isEmpty() ? new Ir.Nothing() : new Ir.Call("coalesce", values, common);
    }

    private Ir isSet(CelExpr node, List<Ir> arguments) {
        if (arguments.size() != 1) {
            throw arguments(node, arguments, "isSet(a)");
        }
        Ir value = arguments.getFirst();
        return value instanceof Ir.Path rows && value.type() instanceof Rows
                ? Aggregates.any(rows)
                : new Ir.Call("isSet", List.of(value), Scalar.BOOLEAN);
    }

    private Ir size(CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        if (arguments.size() == 1) {
            Ir value = arguments.getFirst();
            if (value instanceof Ir.Path rows && value.type() instanceof Rows) {
                return Aggregates.count(rows);
            }
            if (value.type() instanceof ListOf) {
                return new Ir.Call("size.list", arguments, Scalar.INTEGER);
            }
        }
        return resolve("size", node, nodes, arguments);
    }

    private Ir matches(CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        Ir call = resolve("matches", node, nodes, arguments);
        if (!(arguments.get(1) instanceof Ir.Literal(Object value, var _) && value instanceof String pattern)) {
            throw new Refusal(ProblemCode.EXPRESSION_LITERAL, checker.source().offset(nodes.get(1)), "", "'^[A-Z]+$'");
        }
        Ir common =
                new Ir.Literal(RegularExpression.parse(pattern, checker.source().offset(nodes.get(1))), Scalar.TEXT);
        return call instanceof Ir.Nothing
                ? call
                : new Ir.Call("matches", List.of(arguments.get(0), common), Scalar.BOOLEAN);
    }

    private Ir startOf(CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        Ir call = resolve("startOf", node, nodes, arguments);
        if (call instanceof Ir.Call started) {
            Set<String> units = started.type() == Scalar.DATE ? DATE_UNITS : TIME_UNITS;
            if (!(arguments.get(1) instanceof Ir.Literal(Object unit, var _) && units.contains(unit))) {
                throw new Refusal(
                        ProblemCode.EXPRESSION_LITERAL,
                        checker.source().offset(nodes.get(1)),
                        "",
                        "'" + String.join("', '", new TreeSet<>(units)) + "'");
            }
        }
        return call;
    }

    /** {@code min(a, b, c)} of values at hand. */
    private Ir extreme(String name, CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        if (arguments.size() < 2) {
            return resolve(name, node, nodes, arguments);
        }
        Ir result = arguments.getFirst();
        for (int i = 1; i < arguments.size(); i++) {
            result = resolve(name, node, List.of(nodes.get(0), nodes.get(i)), List.of(result, arguments.get(i)));
        }
        return result;
    }

    /** {@code date('2026-01-31')}, or a conversion. */
    private Ir literal(ValueType type, CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        if (arguments.size() == 1
                && arguments.getFirst() instanceof Ir.Literal(Object value, var _)
                && value instanceof String text) {
            return Literals.read(text, type)
                    .orElseThrow(() -> new Refusal(
                            ProblemCode.EXPRESSION_LITERAL,
                            checker.source().offset(nodes.getFirst()),
                            text,
                            Operators.example(type)));
        }
        if (arguments.size() == 1 && arguments.getFirst().type() == Scalar.TEXT) {
            throw new Refusal(
                    ProblemCode.EXPRESSION_LITERAL,
                    checker.source().offset(nodes.getFirst()),
                    "",
                    Operators.example(type));
        }
        if (arguments.size() == 1 && arguments.getFirst() instanceof Ir.Nothing) {
            return arguments.getFirst();
        }
        return resolve(node.call().function(), node, nodes, arguments);
    }
}
