package io.armature.engine.query.plan;

import io.armature.engine.query.request.Deletion;
import io.armature.engine.query.request.Grouping.Function;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Field;
import java.util.List;
import java.util.Optional;

/**
 * Checked sums over one entity's records.
 *
 * @param having a condition on the group's values; its paths name keys and measures
 * @param scope what the condition names
 * @param order by names of keys and measures
 */
public record GroupPlan(
        String entity,
        List<Key> keys,
        List<Sum> sums,
        List<Expression> conditions,
        Optional<Expression> having,
        GroupScope scope,
        List<Field> searched,
        int words,
        List<ByName> order,
        Deletion deletion,
        boolean historical) {
    public GroupPlan {
        keys = List.copyOf(keys);
        sums = List.copyOf(sums);
        conditions = List.copyOf(conditions);
        searched = List.copyOf(searched);
        order = List.copyOf(order);
    }

    /** What the records of a group have in common. */
    public record Key(String name, Expression expression) {}

    /** What is computed over a group. */
    public record Sum(String name, Function function, Optional<Expression> of) {}

    /** An order of groups. */
    public record ByName(String name, boolean descending, boolean emptyFirst) {}
}
