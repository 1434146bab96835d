package io.armature.engine.access;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Of which of an entity's records something holds. Whoever may do more has a rule that holds of more. */
public sealed interface Rule {

    Rule ALL = new All();
    Rule NONE = new None();

    /** Of every record. */
    record All() implements Rule {}

    /** Of no record. */
    record None() implements Rule {}

    /** Of those of which the condition is true; where it is null, it does not hold. */
    record When(Expression where) implements Rule {}

    /** The rule of a condition; what is true or false anyway is no condition. */
    static Rule of(Expression condition) {
        return switch (condition.tree()) {
            case Ir.Literal(Object value, var _) -> Boolean.TRUE.equals(value) ? ALL : NONE;
            case Ir.Nothing _ -> NONE;
            default -> new When(condition);
        };
    }

    /** What must be asked of a record; nothing for all and for none. */
    default Optional<Expression> condition() {
        return this instanceof When(var condition) ? Optional.of(condition) : Optional.empty();
    }

    default boolean isAll() {
        return this instanceof All;
    }

    default boolean isNone() {
        return this instanceof None;
    }

    /** Holds where at least one of the rules does. */
    static Rule any(Collection<Rule> rules) {
        if (rules.contains(ALL)) {
            return ALL;
        }
        return joined("or", " || ", rules).orElse(NONE);
    }

    /** Holds where all of the rules do. */
    static Rule both(Collection<Rule> rules) {
        if (rules.contains(NONE)) {
            return NONE;
        }
        return joined("and", " && ", rules).orElse(ALL);
    }

    default Rule or(Rule other) {
        return any(List.of(this, other));
    }

    default Rule and(Rule other) {
        return both(List.of(this, other));
    }

    private static Optional<Rule> joined(String function, String sign, Collection<Rule> rules) {
        Set<Ir> trees = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>();
        String entity = "";
        for (Rule rule : rules) {
            if (rule instanceof When(var condition) && trees.add(condition.tree())) {
                texts.add(condition.text());
                entity = condition.entity();
            }
        }
        if (trees.isEmpty()) {
            return Optional.empty();
        }
        String text = texts.size() == 1 ? texts.getFirst() : "(" + String.join(")" + sign + "(", texts) + ")";
        Ir tree =
                trees.size() == 1 ? trees.iterator().next() : new Ir.Call(function, List.copyOf(trees), Scalar.BOOLEAN);
        return Optional.of(new When(new Expression(text, entity, tree, Scalar.BOOLEAN)));
    }

    /** The rule for records whose link leads to a record of which this one holds. */
    default Rule through(String entity, String link) {
        return this instanceof When(var condition)
                ? new When(new Expression(
                        link + ": " + condition.text(),
                        entity,
                        Trees.moved(condition, 0, List.of(link)),
                        Scalar.BOOLEAN))
                : this;
    }
}
