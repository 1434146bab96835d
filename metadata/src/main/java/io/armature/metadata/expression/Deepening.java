package io.armature.metadata.expression;

import java.util.List;

/** Rewrites a tree so that it means the same one row further in. */
final class Deepening {

    private Deepening() {}

    static Ir of(Ir tree) {
        return of(tree, 0);
    }

    /** Paths from {@code own} on leave the tree; those below belong to rows inside of it. */
    private static Ir of(Ir tree, int own) {
        return switch (tree) {
            case Ir.Literal literal -> literal;
            case Ir.Nothing nothing -> nothing;
            case Ir.Context context -> context;
            case Ir.Path path -> path(path, own);
            case Ir.Call(var function, var arguments, var type) -> new Ir.Call(function, all(arguments, own), type);
            case Ir.Choice(var condition, var then, var otherwise, var type) ->
                new Ir.Choice(of(condition, own), of(then, own), of(otherwise, own), type);
            case Ir.Items(var items, var type) -> new Ir.Items(all(items, own), type);
            case Ir.Aggregate(var function, var rows, var body, var type) ->
                new Ir.Aggregate(function, path(rows, own), of(body, own + 1), type);
        };
    }

    private static Ir.Path path(Ir.Path path, int own) {
        return path.base() < own ? path : new Ir.Path(path.base() + 1, path.path(), path.type());
    }

    private static List<Ir> all(List<Ir> trees, int own) {
        return trees.stream().map(tree -> of(tree, own)).toList();
    }
}
