package io.armature.engine.write;

import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Evaluator;
import io.armature.metadata.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes expressions on the records of a request. */
final class Rules {

    private final Rows rows;
    private final Evaluator evaluator;
    private final WriteSet set;
    /** Made when first asked for: many writes compute nothing. */
    private @Nullable Context context;

    Rules(WriteSet set) {
        this.set = set;
        rows = new Rows(set);
        evaluator = new Evaluator(set.model());
    }

    private Context context() {
        Context known = context;
        if (known == null) {
            known = set.moment();
            context = known;
        }
        return known;
    }

    Rows rows() {
        return rows;
    }

    /** The value, empty when it is null. */
    Optional<Object> value(Expression expression, RecordState record) {
        return evaluator.value(expression, rows.of(record), context());
    }

    /** Whether a condition holds; null does not. */
    boolean holds(Expression expression, RecordState record) {
        return value(expression, record).equals(Optional.of(true));
    }

    /** Whether a condition is false; null is not. */
    boolean fails(Expression expression, RecordState record) {
        return value(expression, record).equals(Optional.of(false));
    }

    /** Whether something that an expression looks at is new or other than it was. */
    static boolean concerned(RecordState record, Set<String> needs) {
        return record.action().isNew() || needs.stream().anyMatch(need -> moved(record, need));
    }

    private static boolean moved(RecordState record, String need) {
        return record.changes(need)
                || record.linksAfter().containsKey(need)
                || record.lines().getOrDefault(need, List.of()).stream().anyMatch(Changes::dirty);
    }
}
