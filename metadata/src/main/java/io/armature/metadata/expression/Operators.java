package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks operators. */
final class Operators {

    /** CEL's names of operators, and their signs. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("_+_", "+"),
            Map.entry("_-_", "-"),
            Map.entry("_*_", "*"),
            Map.entry("_/_", "/"),
            Map.entry("_%_", "%"),
            Map.entry("-_", "-"),
            Map.entry("!_", "!"),
            Map.entry("_==_", "=="),
            Map.entry("_!=_", "!="),
            Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="),
            Map.entry("_>_", ">"),
            Map.entry("_>=_", ">="),
            Map.entry("_&&_", "&&"),
            Map.entry("_||_", "||"),
            Map.entry("_?_:_", "?:"),
            Map.entry("@in", "in"),
            Map.entry("_[_]", "[]"));

    private final Scope scope;
    private final Checker checker;

    Operators(Scope scope, Checker checker) {
        this.scope = scope;
        this.checker = checker;
    }

    static boolean isOperator(String function) {
        return SIGNS.containsKey(function);
    }

    static String sign(String function) {
        return SIGNS.getOrDefault(function, function);
    }

    Ir check(CelExpr node, List<String> frames) {
        return switch (sign(node.call().function())) {
            case "&&" -> chain("and", node, frames);
            case "||" -> chain("or", node, frames);
            case "!" -> not(node, frames);
            case "==" -> equality("equal", node, frames);
            case "!=" -> equality("unequal", node, frames);
            case "in" -> in(node, frames);
            case "?:" -> choice(node, frames);
            case "[]" ->
                throw new Refusal(
                        ProblemCode.EXPRESSION_UNSUPPORTED, checker.source().offset(node), "[");
            default -> arithmetic(node, frames);
        };
    }

    private Ir arithmetic(CelExpr node, List<String> frames) {
        List<Ir> arguments = checker.checkAll(node.call().args(), frames);
        return new Resolution(checker)
                .call(sign(node.call().function()), node, node.call().args(), arguments);
    }

    private Ir not(CelExpr node, List<String> frames) {
        Ir operand = checker.condition(node.call().args().getFirst(), frames);
        return new Ir.Call("not", List.of(operand), Scalar.BOOLEAN);
    }

    /** {@code a && b && c}, which the parser gives as a balanced tree, as one call. */
    private Ir chain(String function, CelExpr node, List<String> frames) {
        var nodes = new ArrayList<CelExpr>();
        flatten(node, node.call().function(), nodes);
        List<Ir> operands = checker.checkAll(nodes, frames);
        var conditions = new ArrayList<Ir>();
        for (int i = 0; i < operands.size(); i++) {
            conditions.add(checker.boolOf(operands.get(i), nodes.get(i)));
        }
        return new Ir.Call(function, conditions, Scalar.BOOLEAN);
    }

    private static void flatten(CelExpr node, String function, List<CelExpr> into) {
        boolean same = node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals(function);
        if (same) {
            node.call().args().forEach(operand -> flatten(operand, function, into));
        } else {
            into.add(node);
        }
    }

    private Ir equality(String function, CelExpr node, List<String> frames) {
        List<CelExpr> nodes = node.call().args();
        List<Ir> sides = checker.checkAll(nodes, frames);
        return new Ir.Call(function, alike(nodes, sides), Scalar.BOOLEAN);
    }

    /** Both sides in one type. */
    private List<Ir> alike(List<CelExpr> nodes, List<Ir> sides) {
        Ir left = sides.get(0);
        Ir right = sides.get(1);
        checker.requireSingle(left, nodes.get(0));
        checker.requireSingle(right, nodes.get(1));
        boolean lists = left.type() instanceof ListOf || right.type() instanceof ListOf;
        boolean json = left.type() == Scalar.JSON || right.type() == Scalar.JSON;
        boolean aNull = left instanceof Ir.Nothing || right instanceof Ir.Nothing;
        if ((lists || json) && !aNull) {
            throw checker.mismatch(nodes.get(1), left.type(), right);
        }
        if (right instanceof Ir.Literal) {
            Optional<Ir> read = checker.coercion().reading(right, left.type());
            if (read.isPresent()) {
                return List.of(left, read.get());
            }
        }
        if (left instanceof Ir.Literal) {
            Optional<Ir> read = checker.coercion().reading(left, right.type());
            if (read.isPresent()) {
                return List.of(read.get(), right);
            }
        }
        ValueType type = common(left.type(), right, nodes.get(1));
        return sides.stream()
                .map(side -> checker.coercion().to(side, type).orElse(side))
                .toList();
    }

    /** The type of both, or a fault at the node of the second. */
    ValueType common(ValueType type, Ir other, CelExpr node) {
        return Types.common(scope, type, other.type())
                .orElseThrow(() -> new Refusal(
                        ProblemCode.EXPRESSION_TYPE,
                        checker.source().offset(node),
                        Types.name(type),
                        Types.name(other.type()),
                        expects(type, other)));
    }

    /** How a value of the type is written, where a text in quotes was not one. */
    private static String expects(ValueType type, Ir other) {
        boolean quoted = other instanceof Ir.Literal(Object value, var _) && value instanceof String;
        return quoted ? example(type) : "";
    }

    /** A value of the type as texts write it. */
    static String example(ValueType type) {
        return switch (type) {
            case Scalar.DATE -> "'2026-01-31'";
            case Scalar.TIME -> "'18:30'";
            case Scalar.DATE_TIME -> "'2026-01-31T18:30:00Z'";
            case Scalar.DURATION -> "'P3D', 'PT8H'";
            default -> "";
        };
    }

    private Ir in(CelExpr node, List<String> frames) {
        List<CelExpr> nodes = node.call().args();
        List<Ir> sides = checker.checkAll(nodes, frames);
        Ir item = sides.get(0);
        Ir list = sides.get(1);
        checker.requireSingle(item, nodes.get(0));
        if (list instanceof Ir.Path rows && list.type() instanceof Rows(var entity)) {
            return among(item, rows, entity, nodes);
        }
        if (!(list.type() instanceof ListOf(var type))) {
            throw new Refusal(
                    ProblemCode.EXPRESSION_TYPE,
                    checker.source().offset(nodes.get(1)),
                    "list",
                    Types.name(list.type()),
                    "['a', 'b']");
        }
        if (list instanceof Ir.Items && item.type() != Scalar.NULL) {
            boolean numbers = Types.isNumber(item.type()) && Types.isNumber(type);
            ValueType exact = numbers ? common(type, item, nodes.get(0)) : item.type();
            Optional<Ir> read = checker.coercion().reading(list, new ListOf(exact));
            if (read.isPresent()) {
                Ir fitting = checker.coercion().to(item, exact).orElse(item);
                return new Ir.Call("in", List.of(fitting, read.get()), Scalar.BOOLEAN);
            }
        }
        ValueType common = common(type, item, nodes.get(0));
        Ir fitting = checker.coercion().to(item, common).orElse(item);
        Ir inList = checker.coercion().to(list, new ListOf(common)).orElse(list);
        return new Ir.Call("in", List.of(fitting, inList), Scalar.BOOLEAN);
    }

    /** {@code tag in tags}: whether one of the records is that one. */
    private Ir among(Ir item, Ir.Path rows, String entity, List<CelExpr> nodes) {
        var type = new ValueType.Reference(entity);
        Ir wanted = checker.coercion().reading(item, type).orElseGet(() -> {
            common(type, item, nodes.get(0));
            return item;
        });
        Ir same = new Ir.Call(
                "equal", List.of(new Ir.Path(0, List.of("id"), type), Deepening.of(wanted)), Scalar.BOOLEAN);
        return new Ir.Aggregate("any", rows, same, Scalar.BOOLEAN);
    }

    private Ir choice(CelExpr node, List<String> frames) {
        List<CelExpr> nodes = node.call().args();
        List<Ir> parts = checker.checkAll(nodes, frames);
        Ir condition = checker.boolOf(parts.get(0), nodes.get(0));
        checker.requireSingle(parts.get(1), nodes.get(1));
        checker.requireSingle(parts.get(2), nodes.get(2));
        ValueType type = common(parts.get(1).type(), parts.get(2), nodes.get(2));
        return new Ir.Choice(
                condition,
                checker.coercion().to(parts.get(1), type).orElse(parts.get(1)),
                checker.coercion().to(parts.get(2), type).orElse(parts.get(2)),
                type);
    }
}
