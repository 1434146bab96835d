package io.armature.engine.workflow;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** The timers that run: one row for each record and timer, written when the record comes into the state. */
public final class TimerStore {

    public static final String TABLE = "sys$timer";

    /** Names the work, for whoever looks for what is due. */
    public static final String KIND = "workflow";

    private TimerStore() {}

    /**
     * A timer that runs.
     *
     * @param entity of the workflow
     * @param timer its name in the workflow
     */
    public record Running(
            UUID id, UUID record, String entity, String workflow, String state, String timer, Instant at) {}

    /** The row of a timer that begins. */
    public static SequencedMap<String, SqlValue> row(UUID id, UUID record, Workflow workflow, Timer timer, Instant at) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        row.put("id", SqlValue.uuid(id));
        row.put("record", SqlValue.uuid(record));
        row.put("entity", SqlValue.text(workflow.entity().fullName()));
        row.put("workflow", SqlValue.text(workflow.name()));
        row.put("state", SqlValue.text(timer.state()));
        row.put("timer", SqlValue.text(timer.name()));
        row.put("due_at", SqlValue.instant(at));
        return row;
    }

    /** The statement that ends the timers of a record that leaves a state. */
    public static Sql disarm(String schema, UUID record, Workflow workflow) {
        return Sql.of(
                "delete from " + table(schema) + " where record = ? and workflow = ?",
                SqlValue.uuid(record),
                SqlValue.text(workflow.name()));
    }

    /** The statement that ends all timers of records that are deleted. */
    public static Sql disarm(String schema, Collection<UUID> records) {
        return Sql.of(
                "delete from " + table(schema) + " where record = any(?::uuid[])",
                SqlValue.uuids(List.copyOf(records)));
    }

    /** Those whose time has come, the longest due first. */
    public static List<Running> due(SqlRunner runner, String schema, Instant now, int most) {
        return list(runner, schema, " where due_at <= ? order by due_at limit " + most, SqlValue.instant(now));
    }

    /** Those of a record, the next first. */
    public static List<Running> of(SqlRunner runner, String schema, UUID record) {
        return list(runner, schema, " where record = ? order by due_at", SqlValue.uuid(record));
    }

    private static List<Running> list(SqlRunner runner, String schema, String which, SqlValue value) {
        return runner.list(
                Sql.of(
                        "select id, record, entity, workflow, state, timer, due_at from " + table(schema) + which,
                        value),
                row -> new Running(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
    }

    /** When the next one is due. */
    public static Optional<Instant> next(SqlRunner runner, String schema) {
        return runner.first(
                        Sql.of("select due_at from " + table(schema) + " order by due_at limit 1"),
                        row -> row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Takes a due timer away, so that nobody else acts on it; whether it was still there and due. */
    public static boolean take(SqlRunner runner, String schema, UUID id, Instant now) {
        return runner.update(Sql.of(
                        "delete from " + table(schema) + " where id = ? and due_at <= ?",
                        SqlValue.uuid(id),
                        SqlValue.instant(now)))
                == 1;
    }

    /** Has a timer that could not be acted on wait: longer each time, an hour at most. */
    public static void delay(SqlRunner runner, String schema, UUID id, Instant now) {
        runner.update(Sql.of(
                "update " + table(schema) + " set attempts = attempts + 1, due_at = ?::timestamptz"
                        + " + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 20))) where id = ?",
                SqlValue.instant(now),
                SqlValue.uuid(id)));
    }

    private static String table(String schema) {
        return Identifiers.quote(schema, TABLE);
    }
}
