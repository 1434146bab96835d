package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.expression.Names.Name;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks {@code sum(lines.amount)}, {@code any(lines, qty > 10)} and their like. */
final class Aggregates {

    static final Set<String> NAMES = Set.of("sum", "count", "avg", "min", "max", "any", "all");

    private static final Ir TRUE = new Ir.Literal(true, Scalar.BOOLEAN);

    private final Checker checker;

    Aggregates(Checker checker) {
        this.checker = checker;
    }

    static Ir any(Ir.Path rows) {
        return new Ir.Aggregate("any", rows, TRUE, Scalar.BOOLEAN);
    }

    static Ir count(Ir.Path rows) {
        return new Ir.Aggregate("count", rows, TRUE, Scalar.INTEGER);
    }

    /** Whether a call is one over rows: min and max are also functions of values at hand. */
    boolean isAggregate(CelExpr node, List<String> frames) {
        String name = node.call().function();
        if (!NAMES.contains(name)) {
            return false;
        }
        boolean ofValues = name.equals("min") || name.equals("max");
        return !ofValues || rows(node, frames).isPresent();
    }

    Ir check(CelExpr node, List<String> frames) {
        List<CelExpr> arguments = arguments(node);
        Rest rest = rows(node, frames).orElseThrow(() -> notRows(node, arguments, frames));
        return over(new Site(node, arguments.subList(1, arguments.size())), rest, frames);
    }

    private static List<CelExpr> arguments(CelExpr node) {
        var arguments = new ArrayList<CelExpr>();
        node.call().target().ifPresent(arguments::add);
        arguments.addAll(node.call().args());
        return arguments;
    }

    private Refusal notRows(CelExpr node, List<CelExpr> arguments, List<String> frames) {
        if (arguments.isEmpty()) {
            return new Refusal(
                    ProblemCode.EXPRESSION_ARGUMENTS,
                    checker.source().offset(node),
                    node.call().function(),
                    "",
                    "");
        }
        Ir found = checker.check(arguments.getFirst(), frames);
        return new Refusal(
                ProblemCode.EXPRESSION_TYPE,
                checker.source().offset(arguments.getFirst()),
                "records",
                Types.name(found.type()),
                "");
    }

    /** The names up to the first that means many records, and the names after it. */
    private record Rest(Ir.Path rows, String entity, List<Name> names) {}

    /** A call, and its arguments after the rows. */
    private record Site(CelExpr node, List<CelExpr> arguments) {}

    private Optional<Rest> rows(CelExpr node, List<String> frames) {
        List<CelExpr> arguments = arguments(node);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return checker.names()
                .chain(arguments.getFirst())
                .flatMap(chain ->
                        checker.names().depth(chain, frames).flatMap(depth -> split(depth, frames.get(depth), chain)));
    }

    private Optional<Rest> split(int depth, String entity, List<Name> chain) {
        String at = entity;
        for (int i = 0; i < chain.size(); i++) {
            switch (checker.names().member(at, chain.get(i)).type()) {
                case Rows(var target) -> {
                    Ir.Path rows = checker.names().path(depth, entity, chain.subList(0, i + 1));
                    return Optional.of(new Rest(rows, target, chain.subList(i + 1, chain.size())));
                }
                case Reference(var target) -> at = target;
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Ir over(Site site, Rest rest, List<String> frames) {
        var inner = new ArrayList<String>();
        inner.add(rest.entity());
        inner.addAll(frames);
        String function = site.node().call().function();
        if (rest.names().isEmpty()) {
            return ofRows(function, site, rest.rows(), inner);
        }
        Optional<Rest> deeper = split(0, rest.entity(), rest.names());
        if (deeper.isPresent()) {
            return nested(function, site, rest.rows(), over(site, deeper.get(), inner));
        }
        Ir value = checker.names().path(0, rest.entity(), rest.names());
        return ofValues(function, site, rest.rows(), value, condition(site, 0, inner));
    }

    /** {@code sum(orders.lines.amount)} is the sum of each order's sum. */
    private Ir nested(String function, Site site, Ir.Path rows, Ir each) {
        return switch (function) {
            case "count" -> new Ir.Aggregate("sum", rows, each, Scalar.INTEGER);
            case "sum", "min", "max", "any", "all" -> new Ir.Aggregate(function, rows, each, each.type());
            default -> throw refused(site, rows);
        };
    }

    private Ir ofRows(String function, Site site, Ir.Path rows, List<String> inner) {
        return switch (function) {
            case "count" ->
                new Ir.Aggregate("count", rows, condition(site, 0, inner).orElse(TRUE), Scalar.INTEGER);
            case "any" ->
                new Ir.Aggregate("any", rows, condition(site, 0, inner).orElse(TRUE), Scalar.BOOLEAN);
            case "all" ->
                new Ir.Aggregate(
                        "all", rows, condition(site, 0, inner).orElseThrow(() -> refused(site, rows)), Scalar.BOOLEAN);
            default -> {
                if (site.arguments().isEmpty()) {
                    throw refused(site, rows);
                }
                CelExpr body = site.arguments().getFirst();
                Ir value = checker.check(body, inner);
                checker.requireSingle(value, body);
                yield ofValues(function, site, rows, value, condition(site, 1, inner));
            }
        };
    }

    /** The condition among the arguments; more arguments than that are refused. */
    private Optional<Ir> condition(Site site, int index, List<String> inner) {
        if (site.arguments().size() > index + 1) {
            throw new Refusal(
                    ProblemCode.EXPRESSION_ARGUMENTS,
                    checker.source().offset(site.arguments().getLast()),
                    site.node().call().function(),
                    "",
                    "");
        }
        return site.arguments().size() == index
                ? Optional.empty()
                : Optional.of(checker.condition(site.arguments().get(index), inner));
    }

    private Ir ofValues(String function, Site site, Ir.Path rows, Ir value, Optional<Ir> condition) {
        ValueType type = value.type();
        return switch (function) {
            case "count" -> new Ir.Aggregate("count", rows, both(present(value), condition), Scalar.INTEGER);
            case "any", "all" -> ofConditions(function, site, rows, value, condition);
            case "sum" -> {
                boolean summable = Types.isNumber(type) || type == Scalar.DURATION;
                yield aggregate(function, site, rows, value, condition, summable, type);
            }
            case "avg" -> aggregate(function, site, rows, value, condition, Types.isNumber(type), Scalar.DECIMAL);
            default -> aggregate(function, site, rows, value, condition, Types.isOrdered(type), type);
        };
    }

    private Ir ofConditions(String function, Site site, Ir.Path rows, Ir value, Optional<Ir> condition) {
        if (value.type() != Scalar.BOOLEAN || condition.isPresent()) {
            throw refused(site, rows);
        }
        return new Ir.Aggregate(function, rows, value, Scalar.BOOLEAN);
    }

    private Ir aggregate(
            String function,
            Site site,
            Ir.Path rows,
            Ir value,
            Optional<Ir> condition,
            boolean possible,
            ValueType result) {
        if (!possible) {
            throw new Refusal(
                    ProblemCode.EXPRESSION_ARGUMENTS,
                    checker.source().offset(site.node()),
                    function,
                    Types.name(value.type()),
                    "");
        }
        boolean whole = function.equals("avg") && value.type() == Scalar.INTEGER;
        Ir exact = whole ? new Ir.Call("decimal.integer", List.of(value), Scalar.DECIMAL) : value;
        Ir body = condition
                .<Ir>map(it -> new Ir.Choice(it, exact, new Ir.Nothing(), exact.type()))
                .orElse(exact);
        return new Ir.Aggregate(function, rows, body, result);
    }

    private static Ir present(Ir value) {
        return new Ir.Call("unequal", List.of(value, new Ir.Nothing()), Scalar.BOOLEAN);
    }

    private static Ir both(Ir one, Optional<Ir> other) {
        return other.<Ir>map(it -> new Ir.Call("and", List.of(one, it), Scalar.BOOLEAN))
                .orElse(one);
    }

    private Refusal refused(Site site, Ir.Path rows) {
        return new Refusal(
                ProblemCode.EXPRESSION_ROWS, checker.source().offset(site.node()), String.join(".", rows.path()));
    }
}
