package io.armature.engine.query.plan;

import io.armature.engine.query.plan.GroupPlan.ByName;
import io.armature.engine.query.plan.GroupPlan.Key;
import io.armature.engine.query.plan.GroupPlan.Sum;
import io.armature.engine.query.request.Grouping;
import io.armature.engine.query.request.Grouping.Function;
import io.armature.engine.query.request.SortKey;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Checks keys, measures and the condition on groups. */
final class GroupPlanner {
    private static final Set<ValueType> SUMMABLE = Set.of(Scalar.INTEGER, Scalar.DECIMAL, Scalar.DURATION);
    private static final Set<ValueType> ORDERED = Set.of(
            Scalar.TEXT, Scalar.INTEGER, Scalar.DECIMAL, Scalar.DATE, Scalar.TIME, Scalar.DATE_TIME, Scalar.DURATION);

    private final Conditions conditions;
    private final Problems problems;
    private final SequencedMap<String, ValueType> types = new LinkedHashMap<>();
    private final SequencedMap<String, String> columns = new LinkedHashMap<>();

    GroupPlanner(Conditions conditions, Problems problems) {
        this.conditions = conditions;
        this.problems = problems;
    }

    List<Key> keys(Entity entity, Grouping grouping) {
        List<Key> keys = new ArrayList<>();
        for (Grouping.GroupKey key : grouping.keys()) {
            conditions
                    .comparable(key.expression(), entity.fullName(), "groupBy")
                    .ifPresent(expression -> {
                        keys.add(new Key(key.name(), expression));
                        name(key.name(), expression.type());
                    });
        }
        return keys;
    }

    List<Sum> sums(Entity entity, Grouping grouping) {
        List<Sum> sums = new ArrayList<>();
        for (Grouping.Measure measure : grouping.measures()) {
            Optional<Expression> of =
                    measure.of().flatMap(text -> conditions.compile(text, entity.fullName(), "measures"));
            if (of.isPresent() && !computable(measure.function(), of.get().type())) {
                problems.add(Problem.inValue(
                        ProblemCode.NOT_SUMMABLE,
                        "measures",
                        measure.text(),
                        measure.of().orElseThrow()));
            } else if (of.isPresent() || measure.of().isEmpty()) {
                sums.add(new Sum(measure.name(), measure.function(), of));
                name(measure.name(), type(measure.function(), of));
            }
        }
        return sums;
    }

    /** The condition on groups; keys and sums were made before. */
    Optional<Expression> having(Grouping grouping) {
        return grouping.having().flatMap(text -> conditions.condition(text, GroupScope.GROUPS, "having", scope()));
    }

    /** The order of groups; keys and sums were made before. */
    List<ByName> order(List<SortKey> sort, List<Key> keys) {
        if (sort.isEmpty()) {
            return keys.stream()
                    .map(key -> new ByName(key.name(), false, false))
                    .toList();
        }
        List<ByName> order = new ArrayList<>();
        for (SortKey key : sort) {
            if (types.containsKey(key.expression())) {
                order.add(new ByName(key.expression(), key.descending(), key.emptyFirst()));
            } else {
                problems.add(Problem.inValue(
                        ProblemCode.EXPRESSION_UNKNOWN_NAME,
                        "sort",
                        key.expression(),
                        Suggestion.question(key.expression(), types.keySet())));
            }
        }
        return order;
    }

    GroupScope scope() {
        return new GroupScope(types, columns);
    }

    private void name(String name, ValueType type) {
        columns.put(name, "g" + columns.size());
        types.put(name, type);
    }

    private static boolean computable(Function function, ValueType type) {
        return switch (function) {
            case COUNT -> !(type instanceof ValueType.Rows);
            case SUM, AVG -> SUMMABLE.contains(type);
            case MIN, MAX -> ORDERED.contains(type);
        };
    }

    private static ValueType type(Function function, Optional<Expression> of) {
        return switch (function) {
            case COUNT -> Scalar.INTEGER;
            case SUM, AVG ->
                of.map(Expression::type).filter(Scalar.DURATION::equals).orElse(Scalar.DECIMAL);
            case MIN, MAX -> of.map(Expression::type).orElse(Scalar.DECIMAL);
        };
    }
}
