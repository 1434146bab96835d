package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes another tree of a tree, from the leaves up. Whoever extends it says what becomes of the nodes that concern him;
 * the others stay. The entities of the rows at hand are told with each node, the innermost first; on an expression of no
 * record there are none.
 */
public abstract class IrMapper {

    /** The other tree of an expression's tree. */
    public final Ir map(Expression expression) {
        return map(expression.tree(), expression.entity().isEmpty() ? List.of() : List.of(expression.entity()));
    }

    /** The other tree of a tree on these rows. */
    protected final Ir map(Ir tree, List<String> rows) {
        return switch (tree) {
            case Ir.Literal _, Ir.Nothing _ -> tree;
            case Ir.Context context -> context(context);
            case Ir.Path path -> path(path, rows);
            case Ir.Call(var function, var arguments, var type) ->
                call(new Ir.Call(function, all(arguments, rows), type));
            case Ir.Choice(var condition, var then, var otherwise, var type) ->
                choice(new Ir.Choice(map(condition, rows), map(then, rows), map(otherwise, rows), type));
            case Ir.Items(var items, var type) -> new Ir.Items(all(items, rows), type);
            case Ir.Aggregate aggregate -> aggregate(aggregate, rows);
        };
    }

    private List<Ir> all(List<Ir> trees, List<String> rows) {
        return trees.stream().map(tree -> map(tree, rows)).toList();
    }

    /** A value of the moment. */
    protected Ir context(Ir.Context context) {
        return context;
    }

    /** A value of a record. */
    protected Ir path(Ir.Path path, List<String> rows) {
        return path;
    }

    /** A call whose arguments were mapped before. */
    protected Ir call(Ir.Call call) {
        return call;
    }

    /** A choice whose parts were mapped before. */
    protected Ir choice(Ir.Choice choice) {
        return choice;
    }

    /** An aggregate none of whose parts was mapped before. */
    protected Ir aggregate(Ir.Aggregate aggregate, List<String> rows) {
        Ir source = path(aggregate.rows(), rows);
        Ir body = map(aggregate.body(), inside(aggregate, rows));
        return new Ir.Aggregate(
                aggregate.function(), source instanceof Ir.Path path ? path : aggregate.rows(), body, aggregate.type());
    }

    /** The rows at hand inside an aggregate. */
    protected static List<String> inside(Ir.Aggregate aggregate, List<String> rows) {
        List<String> inner = new ArrayList<>(rows);
        inner.addFirst(aggregate.rows().type() instanceof Rows(var entity) ? entity : "");
        return inner;
    }
}
