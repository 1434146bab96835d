package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.expression.Compilation.Fault;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Gives every node of a parsed text its meaning and type. One for each text. */
final class Checker {

    private final Source source;
    private final Names names;
    private final Coercion coercion;
    private final Operators operators;
    private final Calls calls;
    private final Aggregates aggregates;

    Checker(Scope scope, Source source) {
        this.source = source;
        this.names = new Names(scope, source);
        this.coercion = new Coercion(scope);
        this.operators = new Operators(scope, this);
        this.calls = new Calls(this);
        this.aggregates = new Aggregates(this);
    }

    /**
     * The typed tree of a node.
     *
     * @param frames the entities whose records names are looked up in, the innermost first
     */
    Ir check(CelExpr node, List<String> frames) {
        return switch (node.getKind()) {
            case CONSTANT -> Literals.of(node, source);
            case IDENT, SELECT -> name(node, frames);
            case CALL -> call(node, frames);
            case LIST -> items(node, frames);
            default -> throw unsupported(node);
        };
    }

    private Ir name(CelExpr node, List<String> frames) {
        return names.chain(node).map(chain -> names.resolve(chain, frames)).orElseThrow(() -> unsupported(node));
    }

    private Ir call(CelExpr node, List<String> frames) {
        String function = node.call().function();
        if (Operators.isOperator(function)) {
            return operators.check(node, frames);
        }
        if (aggregates.isAggregate(node, frames)) {
            return aggregates.check(node, frames);
        }
        return calls.check(node, frames);
    }

    private Ir items(CelExpr node, List<String> frames) {
        List<Ir> items = checkAll(node.list().elements(), frames);
        ValueType type = Scalar.NULL;
        for (int i = 0; i < items.size(); i++) {
            requireSingle(items.get(i), node.list().elements().get(i));
            type = operators.common(type, items.get(i), node.list().elements().get(i));
        }
        ValueType item = type;
        return new Ir.Items(
                items.stream().map(it -> coercion.to(it, item).orElse(it)).toList(), new ListOf(item));
    }

    /** Checks each node, and reports the faults of all of them. */
    List<Ir> checkAll(List<CelExpr> nodes, List<String> frames) {
        var checked = new ArrayList<Ir>();
        var faults = new ArrayList<Fault>();
        for (CelExpr node : nodes) {
            try {
                checked.add(check(node, frames));
            } catch (Refusal refusal) {
                faults.addAll(refusal.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return checked;
    }

    /** A condition: a boolean, or null. */
    Ir condition(CelExpr node, List<String> frames) {
        return boolOf(check(node, frames), node);
    }

    Ir boolOf(Ir value, CelExpr node) {
        return coercion.to(value, Scalar.BOOLEAN).orElseThrow(() -> mismatch(node, Scalar.BOOLEAN, value));
    }

    /** Refuses many records where one value is needed. */
    void requireSingle(Ir value, CelExpr node) {
        if (value.type() instanceof Rows) {
            String name = value instanceof Ir.Path path ? String.join(".", path.path()) : "";
            throw new Refusal(ProblemCode.EXPRESSION_ROWS, source.offset(node), name);
        }
    }

    Refusal mismatch(CelExpr node, ValueType expected, Ir found) {
        return new Refusal(
                ProblemCode.EXPRESSION_TYPE, source.offset(node), Types.name(expected), Types.name(found.type()), "");
    }

    private Refusal unsupported(CelExpr node) {
        int offset = source.offset(node);
        String text = source.text();
        String sign = text.substring(Math.min(offset, text.length()), Math.min(offset + 1, text.length()));
        return new Refusal(ProblemCode.EXPRESSION_UNSUPPORTED, offset, sign);
    }

    Source source() {
        return source;
    }

    Names names() {
        return names;
    }

    Coercion coercion() {
        return coercion;
    }

    Operators operators() {
        return operators;
    }
}
