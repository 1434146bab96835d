package io.armature.metadata.expression;

import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts the nodes of an expression with the formulas it names written out, as SQL does: a formula that doubles
 * another that doubles another is small to read and endless to compute.
 */
final class Expansion {

    private final Scope scope;
    private int nodes;

    private Expansion(Scope scope) {
        this.scope = scope;
    }

    /** Refuses trees that are too large when written out. */
    static void check(Ir tree, String entity, Scope scope) {
        new Expansion(scope).count(tree, entity.isEmpty() ? List.of() : List.of(entity));
    }

    private void count(Ir tree, List<String> frames) {
        if (++nodes > Limits.EXPANDED_NODES) {
            throw new Refusal(ProblemCode.EXPRESSION_TOO_COMPLEX, 0, String.valueOf(Limits.EXPANDED_NODES));
        }
        switch (tree) {
            case Ir.Literal _, Ir.Nothing _, Ir.Context _ -> {}
            case Ir.Path path -> path(path, frames);
            case Ir.Call(var _, var arguments, var _) -> arguments.forEach(it -> count(it, frames));
            case Ir.Choice(var condition, var then, var otherwise, var _) ->
                List.of(condition, then, otherwise).forEach(it -> count(it, frames));
            case Ir.Items(var items, var _) -> items.forEach(it -> count(it, frames));
            case Ir.Aggregate(var _, var rows, var body, var _) -> {
                path(rows, frames);
                var inner = new ArrayList<String>();
                inner.add(rows.type() instanceof Rows(var entity) ? entity : "");
                inner.addAll(frames);
                count(body, inner);
            }
        }
    }

    private void path(Ir.Path path, List<String> frames) {
        String entity = frames.get(path.base());
        for (String name : path.path()) {
            Optional<Member> member = scope.member(entity, name);
            if (member.isPresent() && member.get() instanceof Member.Computed(var _, var _, var expression)) {
                count(expression.tree(), List.of(entity));
            }
            entity = member.isPresent() && member.get().type() instanceof Reference(var target) ? target : entity;
        }
    }
}
