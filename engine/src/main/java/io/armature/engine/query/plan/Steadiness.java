package io.armature.engine.query.plan;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds lists for which one way of finding their records is right whatever values are asked for, so that PostgreSQL
 * need not plan anew for each. That is so where a declared index holds the records in the order of the list: first the
 * fields that equal a value, then those it is sorted by, of which the first may be limited to a range. It is so for a word, too,
 * which the index of searched texts answers; of several words the rarest has to be looked for first, and which that is says only the word.
 */
final class Steadiness {
    private static final List<String> RANGES = List.of("less", "greater");

    private final Entity entity;
    private final Set<String> equal = new TreeSet<>();
    private final Set<String> ranged = new TreeSet<>();
    private boolean other;

    private Steadiness(Entity entity) {
        this.entity = entity;
    }

    /** @param words those that are searched for */
    static boolean of(Entity entity, List<Expression> conditions, List<Order> order, Words words) {
        if (words.count() > 0 || conditions.isEmpty()) {
            return words.count() == 1 && words.indexed() == 1 && conditions.isEmpty();
        }
        Steadiness steadiness = new Steadiness(entity);
        conditions.forEach(condition -> steadiness.take(condition.tree()));
        return !steadiness.other && steadiness.held(order);
    }

    private void take(Ir tree) {
        switch (tree) {
            case Ir.Call call
            when call.function().equals("and") -> call.arguments().forEach(this::take);
            case Ir.Call call when call.function().equals("equal") -> compared(call, equal);
            case Ir.Call call when RANGES.stream().anyMatch(call.function()::startsWith) -> compared(call, ranged);
            default -> other = true;
        }
    }

    private void compared(Ir.Call call, Set<String> fields) {
        List<String> own = call.arguments().stream()
                .flatMap(side -> own(side).stream())
                .map(Field::name)
                .toList();
        boolean value =
                call.arguments().stream().anyMatch(side -> side instanceof Ir.Literal || side instanceof Ir.Context);
        if (own.size() == 1 && value && call.arguments().size() == 2) {
            fields.addAll(own);
        } else {
            other = true;
        }
    }

    /** A field in the entity's own table. */
    private Optional<Field> own(Ir tree) {
        return tree instanceof Ir.Path path && path.base() == 0 && path.path().size() == 1
                ? entity.field(path.path().getFirst())
                        .filter(field ->
                                field.columns().size() == 1 && field.level().equals(entity.fullName()))
                : Optional.empty();
    }

    private boolean held(List<Order> order) {
        List<String> sorted = new ArrayList<>();
        for (Order key : order) {
            Optional<Field> field = own(key.expression().tree());
            if (field.isEmpty()
                    || key.nullable()
                    || key.descending() != order.getFirst().descending()) {
                return false;
            }
            sorted.add(field.get().name());
        }
        boolean first = ranged.isEmpty() || ranged.equals(Set.of(sorted.getFirst()));
        return first && entity.indexes().stream().anyMatch(index -> holds(index, sorted));
    }

    private boolean holds(List<String> index, List<String> sorted) {
        if (index.size() < equal.size() || !equal.equals(new TreeSet<>(index.subList(0, equal.size())))) {
            return false;
        }
        List<String> rest = index.subList(equal.size(), index.size());
        return Stream.of(sorted, sorted.subList(0, sorted.size() - 1))
                .filter(keys -> keys.equals(sorted) || sorted.getLast().equals(SystemFields.ID))
                .filter(keys -> !keys.isEmpty())
                .anyMatch(keys -> rest.size() >= keys.size()
                        && rest.subList(0, keys.size()).equals(keys));
    }
}
