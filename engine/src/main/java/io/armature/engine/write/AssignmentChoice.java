package io.armature.engine.write;

import io.armature.engine.access.Access;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.definition.AssignmentDefinition.Choice;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is by one rule, for the records of one request. What other requests choose meanwhile waits: the rule's counter, or
 * a lock of its name, is held until the transaction ends, on whatever node.
 */
final class AssignmentChoice {

    private static final String COUNTER = "sys.assignment";
    private static final int MOST = 10_000;

    private final WriteSet set;
    private final AssignmentRule rule;
    private final Map<UUID, Long> loads;

    private AssignmentChoice(WriteSet set, AssignmentRule rule, Map<UUID, Long> loads) {
        this.set = set;
        this.rule = rule;
        this.loads = loads;
    }

    static AssignmentChoice of(WriteSet set, AssignmentRule rule, Access access) {
        List<UUID> people = people(set, rule, access);
        Map<UUID, Long> loads = new LinkedHashMap<>();
        people.forEach(user -> loads.put(user, 0L));
        if (rule.definition().by() == Choice.LEAST_LOADED && !people.isEmpty()) {
            lock(set, rule);
            loads(set, rule, people, loads);
        }
        return new AssignmentChoice(set, rule, loads);
    }

    /** The next one; nothing where nobody can be chosen. */
    Optional<UUID> next() {
        if (loads.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rule.definition().by() == Choice.LEAST_LOADED ? leastLoaded() : inTurn());
    }

    private UUID leastLoaded() {
        Map.Entry<UUID, Long> least = loads.entrySet().stream()
                .reduce((one, other) -> other.getValue() < one.getValue() ? other : one)
                .orElseThrow();
        least.setValue(least.getValue() + 1);
        return least.getKey();
    }

    private UUID inTurn() {
        long turn = Counters.gapless(set.transaction(), set.schema(), COUNTER, rule.name(), 1);
        return List.copyOf(loads.keySet()).get((int) Math.floorMod(turn - 1, (long) loads.size()));
    }

    private static List<UUID> people(WriteSet set, AssignmentRule rule, Access access) {
        List<String> roles = rule.role()
                .map(role -> List.copyOf(access.including(set.context().tenant(), set.model(), role)))
                .orElse(List.of());
        return set.transaction()
                .list(
                        Sql.of(
                                "select id from " + Identifiers.quote(set.schema(), "sys$user")
                                        + " where active and (roles && ? or groups && ?) order by id limit " + MOST,
                                SqlValue.texts(roles),
                                SqlValue.texts(
                                        rule.definition().group().map(List::of).orElse(List.of()))),
                        row -> row.getObject(1, UUID.class));
    }

    private static void lock(WriteSet set, AssignmentRule rule) {
        set.transaction()
                .list(
                        Sql.of(
                                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                                SqlValue.text(set.schema() + " " + rule.name())),
                        row -> true);
    }

    private static void loads(WriteSet set, AssignmentRule rule, List<UUID> people, Map<UUID, Long> loads) {
        String field = Identifiers.quote(rule.field().column().name());
        StringBuilder text = new StringBuilder("select " + field + ", count(*) from "
                + Identifiers.quote(set.schema(), rule.level().table()) + " where " + field + " = any(?)");
        List<SqlValue> values = new ArrayList<>(List.of(SqlValue.uuids(people)));
        rule.definition()
                .open()
                .forEach((name, open) -> rule.level().ownFields().stream()
                        .filter(own -> own.name().equals(name) && own.columns().size() == 1)
                        .findFirst()
                        .ifPresent(own -> {
                            text.append(" and ")
                                    .append(Identifiers.quote(own.column().name()))
                                    .append("::text = any(?)");
                            values.add(SqlValue.texts(open));
                        }));
        if (rule.level().features().softDelete()) {
            text.append(" and ")
                    .append(Identifiers.quote(SystemFields.DELETED_AT))
                    .append(" is null");
        }
        set.transaction()
                .each(
                        new Sql(text.append(" group by 1").toString(), values),
                        row -> loads.put(row.getObject(1, UUID.class), row.getLong(2)));
    }
}
