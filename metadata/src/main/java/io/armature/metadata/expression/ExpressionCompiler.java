package io.armature.metadata.expression;

import io.armature.metadata.expression.Compilation.Compiled;
import io.armature.metadata.expression.Compilation.Refused;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;

/** Turns texts into checked expressions. Stateless; safe for many threads. */
public final class ExpressionCompiler {

    /**
     * Compiles a text.
     *
     * @param entity the entity whose records it is computed on, by full name; empty for none
     * @param expected the type it must have; anything when empty
     */
    public Compilation compile(String text, String entity, Scope scope, Optional<ValueType> expected) {
        try {
            return new Compiled(expression(text, entity, scope, expected));
        } catch (Refusal refusal) {
            return new Refused(text, refusal.faults());
        }
    }

    private static Expression expression(String text, String entity, Scope scope, Optional<ValueType> expected) {
        Source source = Source.parse(text);
        var checker = new Checker(scope, source);
        Ir tree = checker.check(source.root(), entity.isEmpty() ? List.of() : List.of(entity));
        checker.requireSingle(tree, source.root());
        Expansion.check(tree, entity, scope);
        if (expected.isEmpty()) {
            return new Expression(text, entity, tree, tree.type());
        }
        ValueType type = expected.get();
        Ir fitting = checker.coercion()
                .to(tree, type)
                .or(() -> checker.coercion().reading(tree, type))
                .orElseThrow(() -> new Refusal(
                        ProblemCode.EXPRESSION_TYPE,
                        0,
                        Types.name(type),
                        Types.name(tree.type()),
                        hint(text, tree.type(), type)));
        return new Expression(text, entity, fitting, type);
    }

    /** The same through the function that makes one of the other, or how such a value is written. */
    private static String hint(String text, ValueType found, ValueType expected) {
        boolean date = found == Scalar.DATE || found == Scalar.DATE_TIME;
        boolean word = Types.isNumber(found) || date || found == Scalar.BOOLEAN || found == Scalar.TIME;
        String function = switch (expected) {
            case Scalar.INTEGER -> found == Scalar.DECIMAL ? "int" : "";
            case Scalar.TEXT -> word ? "text" : "";
            case Scalar.DATE -> date ? "date" : "";
            case Scalar.DATE_TIME -> date ? "dateTime" : "";
            default -> "";
        };
        return function.isEmpty() ? Operators.example(expected) : "`" + function + "(" + text.strip() + ")`";
    }
}
