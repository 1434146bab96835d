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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Who is asked to agree to transitions, and what they said. */
public final class ApprovalStore {

    public static final String TABLE = "sys$approval";

    public static final String WAITING = "waiting";
    public static final String PENDING = "pending";
    public static final String APPROVED = "approved";
    public static final String REASSIGNED = "reassigned";

    private static final int MOST = 500;
    private static final String COLUMNS =
            "id, round, record, record_entity, coalesce(label, ''), workflow, transition, stage, assignee, requester,"
                    + " status, decided_by, decided_at, comment, created_at";

    private ApprovalStore() {}

    /**
     * One who is asked.
     *
     * @param round all who are asked because the record came into its state once
     * @param label what the record was called then
     * @param stage from 1; a later one is asked when the earlier have agreed
     */
    public record Asked(
            UUID id,
            UUID round,
            UUID record,
            String entity,
            String label,
            String workflow,
            String transition,
            int stage,
            UUID assignee,
            Optional<UUID> requester,
            String status,
            Optional<UUID> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> comment,
            Instant since) {

        /** The same in another status. */
        public Asked with(String other) {
            return new Asked(
                    id,
                    round,
                    record,
                    entity,
                    label,
                    workflow,
                    transition,
                    stage,
                    assignee,
                    requester,
                    other,
                    decidedBy,
                    decidedAt,
                    comment,
                    since);
        }

        /** The same under another name of the record. */
        public Asked called(String other) {
            return new Asked(
                    id,
                    round,
                    record,
                    entity,
                    other,
                    workflow,
                    transition,
                    stage,
                    assignee,
                    requester,
                    status,
                    decidedBy,
                    decidedAt,
                    comment,
                    since);
        }

        public boolean isOpen() {
            return status.equals(PENDING) || status.equals(WAITING);
        }
    }

    /** The row of somebody who is asked. */
    public static SequencedMap<String, SqlValue> row(Asked asked) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        row.put("id", SqlValue.uuid(asked.id()));
        row.put("created_at", SqlValue.instant(asked.since()));
        row.put("updated_at", SqlValue.instant(asked.since()));
        row.put("round", SqlValue.uuid(asked.round()));
        row.put("record", SqlValue.uuid(asked.record()));
        row.put("record_entity", SqlValue.text(asked.entity()));
        row.put("label", SqlValue.text(asked.label()));
        row.put("workflow", SqlValue.text(asked.workflow()));
        row.put("transition", SqlValue.text(asked.transition()));
        row.put("stage", new SqlValue((long) asked.stage(), "integer"));
        row.put("assignee", SqlValue.uuid(asked.assignee()));
        row.put("requester", SqlValue.uuid(asked.requester().orElse(null)));
        row.put("status", SqlValue.text(asked.status()));
        return row;
    }

    /** All who are or were asked about a record, the latest round first, each round by its stages. */
    public static List<Asked> of(SqlRunner runner, String schema, UUID record) {
        return list(
                runner,
                schema,
                "record = ? order by created_at desc, round, stage, id limit " + MOST,
                SqlValue.uuid(record));
    }

    /** The last round of a transition of a record. */
    public static List<Asked> round(SqlRunner runner, String schema, UUID record, String workflow, String transition) {
        return list(
                runner,
                schema,
                "round = (select round from " + table(schema)
                        + " where record = ? and workflow = ? and transition = ? order by created_at desc, id desc limit 1)"
                        + " order by stage, id",
                SqlValue.uuid(record),
                SqlValue.text(workflow),
                SqlValue.text(transition));
    }

    /** What waits for some people, the longest first. */
    public static List<Asked> pending(SqlRunner runner, String schema, Collection<UUID> people) {
        return list(
                runner,
                schema,
                "status = 'pending' and assignee = any(?::uuid[]) order by created_at, id limit " + MOST,
                SqlValue.uuids(List.copyOf(people)));
    }

    private static List<Asked> list(SqlRunner runner, String schema, String which, SqlValue... values) {
        return runner.list(
                Sql.of("select " + COLUMNS + " from " + table(schema) + " where " + which, values),
                ApprovalStore::read);
    }

    private static Asked read(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getObject(9, UUID.class),
                Optional.ofNullable(row.getObject(10, UUID.class)),
                row.getString(11),
                Optional.ofNullable(row.getObject(12, UUID.class)),
                Optional.ofNullable(row.getObject(13, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString(14)),
                row.getObject(15, OffsetDateTime.class).toInstant());
    }

    /** The statement that notes what somebody decided. */
    public static Sql decide(String schema, UUID id, String status, UUID by, Instant at, Optional<String> comment) {
        return Sql.of(
                "update " + table(schema) + " set status = ?, decided_by = ?, decided_at = ?, comment = ?,"
                        + " updated_at = ?, updated_by = ?, version = version + 1 where id = ?",
                SqlValue.text(status),
                SqlValue.uuid(by),
                SqlValue.instant(at),
                SqlValue.text(comment.orElse(null)),
                SqlValue.instant(at),
                SqlValue.uuid(by),
                SqlValue.uuid(id));
    }

    /** The statement that asks the next stage of a round. */
    public static Sql ask(String schema, UUID round, int stage) {
        return Sql.of(
                "update " + table(schema)
                        + " set status = 'pending' where round = ? and stage = ? and status = 'waiting'",
                SqlValue.uuid(round),
                SqlValue.integer((long) stage));
    }

    /** The statement that asks nobody any more: the record has left its state, or is gone. */
    public static Sql close(String schema, Collection<UUID> records, String workflow) {
        return Sql.of(
                "update " + table(schema) + " set status = 'closed' where record = any(?::uuid[]) and workflow = ?"
                        + " and status in ('pending', 'waiting')",
                SqlValue.uuids(List.copyOf(records)),
                SqlValue.text(workflow));
    }

    /** Users who have one of some roles and can sign in. */
    public static List<UUID> holders(SqlRunner runner, String schema, Collection<String> roles) {
        return runner.list(
                Sql.of(
                        "select id from " + Identifiers.quote(schema, "sys$user")
                                + " where active and roles && ?::text[] order by username",
                        SqlValue.texts(List.copyOf(roles))),
                row -> row.getObject(1, UUID.class));
    }

    /** Those of some users who can sign in. */
    public static List<UUID> active(SqlRunner runner, String schema, Collection<UUID> users) {
        return runner.list(
                Sql.of(
                        "select id from " + Identifiers.quote(schema, "sys$user")
                                + " where active and id = any(?::uuid[]) order by username",
                        SqlValue.uuids(List.copyOf(users))),
                row -> row.getObject(1, UUID.class));
    }

    private static String table(String schema) {
        return Identifiers.quote(schema, TABLE);
    }
}
