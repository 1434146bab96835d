package io.armature.engine.query.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Rule;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.query.read.Judgement.Difference;
import io.armature.engine.query.sql.OnlookerSql;
import io.armature.engine.query.sql.OnlookerSql.Asked;
import io.armature.engine.query.sql.OnlookerSql.Change;
import io.armature.engine.query.sql.OnlookerSql.Statement;
import io.armature.engine.query.sql.Slot;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.SqlFragment.Bind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rules say for many people, in one statement. People for whom they must say the same, having the same rules and all that
 * these ask of a person, are asked for once.
 */
public final class Onlookers {
    private Onlookers() {}

    /** Somebody, as he would read, and rules of his. */
    public record Onlooker(ReadContext reading, List<Rule> rules) {
        public Onlooker {
            rules = List.copyOf(rules);
        }
    }

    /** What everybody's rules say of a record, in the order of the people; nothing when it is not there. */
    public static Optional<List<Judgement>> judge(SqlRunner runner, String entity, UUID id, List<Onlooker> onlookers) {
        Map<List<Expression>, Integer> parts = new HashMap<>();
        Map<Expression, TreeSet<Integer>> asked = new LinkedHashMap<>();
        List<Integer> part = new ArrayList<>();
        for (Onlooker onlooker : onlookers) {
            List<Expression> conditions = Judgement.conditions(onlooker.rules());
            int number = parts.computeIfAbsent(conditions, any -> parts.size());
            part.add(number);
            for (Expression condition : conditions) {
                asked.computeIfAbsent(condition, any -> new TreeSet<>()).add(number);
            }
        }
        List<Expression> conditions = List.copyOf(asked.keySet());
        List<Asked> all = asked.entrySet().stream()
                .map(one -> new Asked(one.getKey(), one.getValue()))
                .toList();
        ReadContext any = onlookers.getFirst().reading();
        Statement statement = OnlookerSql.judge(any.model(), entity, all, any.target());
        Views views =
                Views.of(statement, onlookers.stream().map(Onlooker::reading).toList(), part);
        Map<Integer, Judgement> found = new HashMap<>();
        runner.each(
                new Arguments(any)
                        .set(Slot.KEY, id)
                        .set(OnlookerSql.PEOPLE, views.people())
                        .of(statement.sql()),
                row -> {
                    Boolean[] holds = (Boolean[]) row.getArray(2).getArray();
                    Map<Expression, Boolean> known = new LinkedHashMap<>();
                    for (int i = 0; i < holds.length; i++) {
                        known.put(conditions.get(i), holds[i]);
                    }
                    found.put(row.getInt(1), new Judgement(known, Map.of()));
                });
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(views.numbers().stream().map(found::get).toList());
    }

    /** What a change makes of a rule of somebody. */
    public record Changed(ReadContext reading, Rule before, Rule after) {}

    /** How many records of an entity everybody gains and loses, in the order of the people. */
    public static List<Difference> differences(SqlRunner runner, String entity, List<Changed> all) {
        SequencedMap<Change, Integer> parts = new LinkedHashMap<>();
        List<Integer> part = new ArrayList<>();
        for (Changed one : all) {
            part.add(parts.computeIfAbsent(new Change(one.before(), one.after()), any -> parts.size()));
        }
        ReadContext any = all.getFirst().reading();
        Statement statement = OnlookerSql.differences(any.model(), entity, List.copyOf(parts.keySet()), any.target());
        Views views = Views.of(statement, all.stream().map(Changed::reading).toList(), part);
        Map<Integer, Difference> found = new HashMap<>();
        runner.each(
                new Arguments(any).set(OnlookerSql.PEOPLE, views.people()).of(statement.sql()),
                row -> found.put(row.getInt(1), new Difference(row.getLong(2), row.getLong(3))));
        return views.numbers().stream()
                .map(number -> found.getOrDefault(number, new Difference(0, 0)))
                .toList();
    }

    /**
     * Those who must be asked for.
     *
     * @param people one row each
     * @param numbers which of them stands for whom
     */
    private record Views(ArrayNode people, List<Integer> numbers) {

        static Views of(Statement statement, List<ReadContext> readings, List<Integer> parts) {
            ArrayNode people = JsonNodeFactory.instance.arrayNode();
            Map<ObjectNode, Integer> known = new HashMap<>();
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < readings.size(); i++) {
                ObjectNode view = JsonNodeFactory.instance.objectNode().put(OnlookerSql.PART, parts.get(i));
                int column = 0;
                for (Bind.Context value : statement.personal()) {
                    view.set(
                            OnlookerSql.VALUE + column++,
                            json(readings.get(i).moment().value(value.name()).orElse(null)));
                }
                Integer number = known.get(view);
                if (number == null) {
                    number = known.size();
                    known.put(view, number);
                    people.add(view.deepCopy().put(OnlookerSql.NUMBER, number));
                }
                numbers.add(number);
            }
            return new Views(people, List.copyOf(numbers));
        }
    }

    /** As PostgreSQL reads it back. */
    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case JsonNode node -> node;
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case Long number -> JsonNodeFactory.instance.numberNode(number);
            case BigDecimal number -> JsonNodeFactory.instance.numberNode(number);
            case List<?> list -> {
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> items.add(json(item)));
                yield items;
            }
            case Object other -> JsonNodeFactory.instance.textNode(other.toString());
        };
    }
}
