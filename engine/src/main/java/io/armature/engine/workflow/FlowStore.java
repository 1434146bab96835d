package io.armature.engine.workflow;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Where records stand in their workflows, and where they have been. */
public final class FlowStore {

    /** One row for each record and workflow. */
    public static final String TABLE = "sys$flow";

    /** One row for each transition that was taken. */
    public static final String HISTORY = "sys$transition";

    private static final int MOST = 500;

    private FlowStore() {}

    /**
     * Where a record stands.
     *
     * @param actor who brought it there
     */
    public record Standing(
            UUID record, String workflow, int version, String state, Instant since, Optional<UUID> actor) {}

    /**
     * A transition that was taken.
     *
     * @param seconds how long the record was in the state that it left
     */
    public record Taken(
            String workflow,
            String transition,
            String from,
            String to,
            Instant at,
            Optional<UUID> actor,
            Optional<String> comment,
            Optional<Long> seconds) {}

    /** Where a record stands, by workflow. */
    public static Map<String, Standing> standings(SqlRunner runner, String schema, UUID record) {
        Map<String, Standing> standings = new HashMap<>();
        runner.list(
                        Sql.of(
                                "select record, workflow, state, since, actor, version from "
                                        + Identifiers.quote(schema, TABLE) + " where record = ?",
                                SqlValue.uuid(record)),
                        FlowStore::standing)
                .forEach(standing -> standings.put(standing.workflow(), standing));
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(6),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(5, UUID.class)));
    }

    /** The last transitions of a record, the latest first. */
    public static List<Taken> history(SqlRunner runner, String schema, UUID record) {
        return runner.list(
                Sql.of(
                        "select workflow, transition, from_state, to_state, at, actor, comment, seconds from "
                                + Identifiers.quote(schema, HISTORY)
                                + " where record = ? order by at desc, id desc limit "
                                + MOST,
                        SqlValue.uuid(record)),
                FlowStore::taken);
    }

    private static Taken taken(ResultSet row) throws SQLException {
        long seconds = row.getLong(8);
        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(seconds);
        return new Taken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                Optional.ofNullable(row.getString(7)),
                known);
    }

    /** The row of a record that begins. */
    public static SequencedMap<String, SqlValue> begun(
            UUID record, Workflow workflow, State state, Instant now, UUID actor) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        row.put("record", SqlValue.uuid(record));
        row.put("workflow", SqlValue.text(workflow.name()));
        row.put("entity", SqlValue.text(workflow.entity().fullName()));
        row.put("state", SqlValue.text(state.name()));
        row.put("since", SqlValue.instant(now));
        row.put("actor", SqlValue.uuid(actor));
        row.put("version", new SqlValue((long) workflow.version(), "integer"));
        return row;
    }

    /** The statement that says where a record stands from now on. */
    public static Sql stands(String schema, UUID record, Workflow workflow, State state, Instant now, UUID actor) {
        return Sql.of(
                "insert into " + Identifiers.quote(schema, TABLE)
                        + " (record, workflow, entity, state, since, actor, version) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (record, workflow) do update set state = excluded.state, since = excluded.since,"
                        + " actor = excluded.actor",
                SqlValue.uuid(record),
                SqlValue.text(workflow.name()),
                SqlValue.text(workflow.entity().fullName()),
                SqlValue.text(state.name()),
                SqlValue.instant(now),
                SqlValue.uuid(actor),
                SqlValue.integer((long) workflow.version()));
    }

    /** The row of the history for a transition. */
    public static SequencedMap<String, SqlValue> row(UUID id, UUID record, Move move, Instant now, UUID actor) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        row.put("id", SqlValue.uuid(id));
        row.put("at", SqlValue.instant(now));
        row.put("actor", SqlValue.uuid(actor));
        row.put("workflow", SqlValue.text(move.workflow().name()));
        row.put("record_entity", SqlValue.text(move.workflow().entity().fullName()));
        row.put("record", SqlValue.uuid(record));
        row.put("transition", SqlValue.text(move.transition().name()));
        row.put("from_state", SqlValue.text(move.from().name()));
        row.put("to_state", SqlValue.text(move.transition().to()));
        row.put("comment", SqlValue.text(move.comment().orElse(null)));
        row.put(
                "seconds",
                SqlValue.integer(
                        move.stayed().map(java.time.Duration::toSeconds).orElse(null)));
        return row;
    }

    /** The statement that forgets where records stood that are gone for good. */
    public static Sql forget(String schema, Collection<UUID> records) {
        return Sql.of(
                "delete from " + Identifiers.quote(schema, TABLE) + " where record = any(?::uuid[])",
                SqlValue.uuids(List.copyOf(records)));
    }
}
