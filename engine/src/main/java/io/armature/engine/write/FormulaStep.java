package io.armature.engine.write;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes the formulas whose values are kept: of lines first, then of the records that own them. */
final class FormulaStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all().reversed()) {
            if (record.action() != Action.DELETE && record.action() != Action.RESTORE) {
                compute(set, record);
            }
        }
    }

    /** All formulas of a record that look at something that moved. */
    static void compute(WriteSet set, RecordState record) {
        for (EntityPlan.Rule rule : set.plan(record).formulas()) {
            if (record.recomputes() || Rules.concerned(record, rule.needs())) {
                compute(set, record, rule);
            }
        }
    }

    /** One formula, and then those that look at it. */
    static void compute(WriteSet set, RecordState record, String formula) {
        set.plan(record).formulas().stream()
                .filter(rule -> rule.field().name().equals(formula))
                .forEach(rule -> compute(set, record, rule));
        compute(set, record);
    }

    private static void compute(WriteSet set, RecordState record, EntityPlan.Rule rule) {
        String name = rule.field().name();
        Object value = set.rules().value(rule.expression(), record).orElse(null);
        if (!same(record.after(name), value)) {
            record.set(name, value);
        }
    }

    /** Equal numbers with other digits behind the point are no change. */
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left instanceof BigDecimal before && right instanceof BigDecimal after
                ? before.compareTo(after) == 0
                : Objects.equals(left, right);
    }
}
