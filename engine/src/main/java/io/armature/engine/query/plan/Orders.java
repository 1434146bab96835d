package io.armature.engine.query.plan;

import io.armature.engine.query.request.SortKey;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns sort keys into an order in which no two records are equal. */
final class Orders {
    private static final Set<String> NEVER_EMPTY =
            Set.of(SystemFields.ID, SystemFields.VERSION, SystemFields.CREATED_AT, SystemFields.UPDATED_AT);

    private static final String PARAMETER = "sort";

    private final Model model;
    private final Conditions conditions;

    Orders(Model model, Conditions conditions) {
        this.model = model;
        this.conditions = conditions;
    }

    /** The order of the keys, and last by id, in the direction of the last key so that one index serves both. */
    List<Order> of(Entity entity, List<SortKey> keys) {
        List<Order> orders = new ArrayList<>();
        for (SortKey key : keys) {
            Optional<Expression> expression =
                    conditions.comparable(labelled(entity, key.expression()), entity.fullName(), PARAMETER);
            if (expression.isPresent()) {
                orders.add(new Order(
                        expression.get(), key.descending(), nullable(entity, expression.get()), key.emptyFirst()));
                if (isId(expression.get())) {
                    return orders;
                }
            }
        }
        conditions
                .compile(SystemFields.ID, entity.fullName(), PARAMETER)
                .map(id -> new Order(id, !keys.isEmpty() && keys.getLast().descending(), false, false))
                .ifPresent(orders::add);
        return orders;
    }

    /** People who sort by a link mean what the link shows. */
    private String labelled(Entity entity, String expression) {
        return entity.field(expression)
                .filter(field -> !field.name().equals(SystemFields.ID))
                .filter(field -> field.valueType() instanceof ValueType.Reference)
                .flatMap(Field::relation)
                .flatMap(relation -> model.entity(relation.target()))
                .filter(target -> target.field(target.label())
                        .filter(label -> !label.name().equals(SystemFields.ID))
                        .isPresent())
                .map(target -> expression + "." + target.label())
                .orElse(expression);
    }

    private static boolean isId(Expression expression) {
        return expression.tree() instanceof Ir.Path path && path.path().equals(List.of(SystemFields.ID));
    }

    private static boolean nullable(Entity entity, Expression expression) {
        if (!(expression.tree() instanceof Ir.Path path) || path.path().size() != 1) {
            return true;
        }
        String name = path.path().getFirst();
        return !NEVER_EMPTY.contains(name)
                && entity.field(name)
                        .filter(field -> field.required() && !field.columns().isEmpty())
                        .isEmpty();
    }
}
