package io.armature.engine.query.plan;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import java.util.List;
import java.util.Set;

/**
 * Finds lists whose records an index of trigrams finds, all of them, before they are put in order. Left to itself PostgreSQL may walk
 * through the records in their order instead, expecting to meet enough that have the words; where few have, or they stand together
 * far from the beginning, it walks through all, which takes a hundred times as long as to gather what has them.
 */
final class Gathering {
    private static final Set<String> PIECES = Set.of("contains", "startsWith", "endsWith");

    private final Entity entity;

    private Gathering(Entity entity) {
        this.entity = entity;
    }

    static boolean of(Entity entity, List<Expression> conditions, Words words) {
        Gathering gathering = new Gathering(entity);
        return words.indexed() > 0 || conditions.stream().anyMatch(condition -> gathering.finds(condition.tree()));
    }

    private boolean finds(Ir tree) {
        return tree instanceof Ir.Call call
                && (call.function().equals("and")
                        ? call.arguments().stream().anyMatch(this::finds)
                        : PIECES.contains(call.function())
                                && call.arguments().get(1) instanceof Ir.Literal piece
                                && Words.isIndexed(String.valueOf(piece.value()))
                                && isSearched(call.arguments().getFirst()));
    }

    private boolean isSearched(Ir text) {
        return switch (text) {
            case Ir.Call call ->
                call.function().equals("lower") && isSearched(call.arguments().getFirst());
            case Ir.Path path ->
                path.base() == 0
                        && path.path().size() == 1
                        && entity.search().containsKey(path.path().getFirst());
            case Ir.Literal _, Ir.Nothing _, Ir.Context _, Ir.Choice _, Ir.Items _, Ir.Aggregate _ -> false;
        };
    }
}
