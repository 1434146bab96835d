package io.armature.engine.query.read;

import io.armature.engine.access.Rule;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.query.sql.JudgeSql;
import io.armature.engine.query.sql.QuerySql;
import io.armature.engine.query.sql.Slot;
import io.armature.metadata.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What conditions say of one record.
 *
 * @param holds by condition
 * @param values as text, by expression; missing where empty
 */
public record Judgement(Map<Expression, Boolean> holds, Map<Expression, String> values) {
    public Judgement {
        holds = Map.copyOf(holds);
        values = Map.copyOf(values);
    }

    /** Whether a rule holds; of conditions that were not asked it is not known, and counts as no. */
    public boolean of(Rule rule) {
        return switch (rule) {
            case Rule.All _ -> true;
            case Rule.None _ -> false;
            case Rule.When(var condition) -> holds.getOrDefault(condition, false);
        };
    }

    /** Asks in one statement; nothing when the record is not there. */
    public static Optional<Judgement> of(
            SqlRunner runner,
            ReadContext context,
            String entity,
            UUID id,
            List<Expression> conditions,
            List<Expression> values) {
        QuerySql sql = JudgeSql.one(context.model(), entity, conditions, values, context.target());
        return runner.first(new Arguments(context).set(Slot.KEY, id).of(sql), row -> {
            Map<Expression, Boolean> holds = new LinkedHashMap<>();
            Map<Expression, String> texts = new LinkedHashMap<>();
            int column = 2;
            for (Expression condition : conditions) {
                holds.put(condition, row.getBoolean(column++));
            }
            for (Expression value : values) {
                String text = row.getString(column++);
                if (text != null) {
                    texts.put(value, text);
                }
            }
            return new Judgement(holds, texts);
        });
    }

    /** How many records one may after a change and could not before, and the other way round. */
    public record Difference(long gained, long lost) {}

    /** All conditions of some rules, each once. */
    public static List<Expression> conditions(Iterable<Rule> rules) {
        List<Expression> conditions = new ArrayList<>();
        for (Rule rule : rules) {
            rule.condition()
                    .filter(condition -> !conditions.contains(condition))
                    .ifPresent(conditions::add);
        }
        return conditions;
    }
}
