package io.armature.engine.query.plan;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds every field that an expression names, on whichever entity. Formulas it names are not opened. */
final class ReadFields {
    private final Model model;
    private final BiConsumer<Entity, Field> visitor;

    ReadFields(Model model, BiConsumer<Entity, Field> visitor) {
        this.model = model;
        this.visitor = visitor;
    }

    void visit(Expression expression) {
        visit(expression.tree(), List.of(expression.entity()));
    }

    /** @param rows the entities at hand, the innermost first */
    private void visit(Ir tree, List<String> rows) {
        switch (tree) {
            case Ir.Literal literal -> {}
            case Ir.Nothing nothing -> {}
            case Ir.Context context -> {}
            case Ir.Path path -> follow(path, rows);
            case Ir.Call call -> call.arguments().forEach(argument -> visit(argument, rows));
            case Ir.Choice choice -> {
                visit(choice.condition(), rows);
                visit(choice.then(), rows);
                visit(choice.otherwise(), rows);
            }
            case Ir.Items items -> items.items().forEach(item -> visit(item, rows));
            case Ir.Aggregate aggregate -> {
                follow(aggregate.rows(), rows);
                if (aggregate.rows().type() instanceof ValueType.Rows inner) {
                    visit(aggregate.body(), prepend(inner.entity(), rows));
                }
            }
        }
    }

    private void follow(Ir.Path path, List<String> rows) {
        if (path.base() >= rows.size()) {
            return;
        }
        Optional<String> entity = Optional.of(rows.get(path.base()));
        for (String name : path.path()) {
            Optional<Entity> owner = entity.flatMap(model::entity);
            owner.flatMap(found -> found.field(name)).ifPresent(field -> visitor.accept(owner.get(), field));
            entity = entity.flatMap(found -> model.member(found, name)).flatMap(ReadFields::target);
        }
    }

    private static Optional<String> target(Member member) {
        return switch (member.type()) {
            case ValueType.Reference reference -> Optional.of(reference.entity());
            case ValueType.Rows rows -> Optional.of(rows.entity());
            case ValueType.Scalar scalar -> Optional.empty();
            case ValueType.AnyReference any -> Optional.empty();
            case ValueType.ListOf list -> Optional.empty();
        };
    }

    private static List<String> prepend(String entity, List<String> rows) {
        List<String> all = new ArrayList<>(rows);
        all.addFirst(entity);
        return all;
    }
}
