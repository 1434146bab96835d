package io.armature.engine.write;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a record an expression looks at: names of its members, formulas that are computed on reading resolved to what
 * they look at in turn. {@code customer.country.code} looks at {@code customer}, {@code sum(lines.amount)} at {@code
 * lines}, and at {@code amount} of each line.
 */
final class Dependencies {

    private final Model model;
    private final Set<String> names = new HashSet<>();
    private final List<RowNeeds> rows = new ArrayList<>();
    private final Set<String> expanded = new HashSet<>();

    private Dependencies(Model model) {
        this.model = model;
    }

    /** What an aggregate looks at in each of the rows behind {@code name}. */
    record RowNeeds(String name, String entity, Set<String> needs) {}

    /** The record's members. */
    static Set<String> of(Model model, Expression expression) {
        return Set.copyOf(visited(model, expression.tree(), expression.entity()).names);
    }

    /** The members of rows that belong to the record. */
    static List<RowNeeds> rows(Model model, Expression expression) {
        return List.copyOf(visited(model, expression.tree(), expression.entity()).rows);
    }

    private static Dependencies visited(Model model, Ir tree, String entity) {
        Dependencies dependencies = new Dependencies(model);
        dependencies.visit(tree, entity, 0);
        return dependencies;
    }

    /** @param depth how many rows lie between this part and the record: 1 inside {@code any(lines, …)} */
    private void visit(Ir tree, String entity, int depth) {
        switch (tree) {
            case Ir.Literal literal -> {}
            case Ir.Nothing nothing -> {}
            case Ir.Context context -> {}
            case Ir.Path path -> visitPath(path, entity, depth);
            case Ir.Call call -> call.arguments().forEach(argument -> visit(argument, entity, depth));
            case Ir.Choice choice -> {
                visit(choice.condition(), entity, depth);
                visit(choice.then(), entity, depth);
                visit(choice.otherwise(), entity, depth);
            }
            case Ir.Items items -> items.items().forEach(item -> visit(item, entity, depth));
            case Ir.Aggregate aggregate -> visitAggregate(aggregate, entity, depth);
        }
    }

    private void visitAggregate(Ir.Aggregate aggregate, String entity, int depth) {
        visitPath(aggregate.rows(), entity, depth);
        visit(aggregate.body(), entity, depth + 1);
        if (aggregate.rows().base() == depth
                && aggregate.rows().path().size() == 1
                && aggregate.rows().type() instanceof io.armature.metadata.type.ValueType.Rows target) {
            rows.add(new RowNeeds(
                    aggregate.rows().path().getFirst(),
                    target.entity(),
                    Set.copyOf(visited(model, aggregate.body(), target.entity()).names)));
        }
    }

    private void visitPath(Ir.Path path, String entity, int depth) {
        if (path.base() != depth || path.path().isEmpty()) {
            return;
        }
        String name = path.path().getFirst();
        if (model.member(entity, name).orElse(null) instanceof Member.Computed computed) {
            if (expanded.add(name)) {
                visit(computed.expression().tree(), entity, 0);
            }
        } else {
            names.add(name);
        }
    }
}
