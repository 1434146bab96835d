package io.armature.metadata.expression;

import java.util.List;
import java.util.Optional;

/** Computes expressions in the JVM, on one record at a time. Safe for many threads. */
public final class Evaluator {

    private final Scope scope;

    public Evaluator(Scope scope) {
        this.scope = scope;
    }

    /** The value of an expression, in the class its type names; empty when it is null. */
    public Optional<Object> value(Expression expression, Row row, Context context) {
        var frames = List.of(new Evaluation.Frame(expression.entity(), row));
        return Optional.ofNullable(new Evaluation(scope, context).value(expression.tree(), frames));
    }

    /** Whether a condition holds; one that is null does not. */
    public boolean holds(Expression condition, Row row, Context context) {
        return value(condition, row, context).filter(Boolean.TRUE::equals).isPresent();
    }
}
