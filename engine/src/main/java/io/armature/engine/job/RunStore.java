package io.armature.engine.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about runs. */
final class RunStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 20_000;
    /**
     * Whoever was away for long may find that another node has his run, or that the answer got lost and it is done: attempts are
     * counted as runs are claimed, so the count says whose a run is.
     */
    private static final String OURS = " where id = ? and status = 'running' and attempts = ?";

    private final Database database;
    private final Database notes;

    /** @param notes the same database, on connections whose commits are not waited for */
    RunStore(Database database, Database notes) {
        this.database = database;
        this.notes = notes;
    }

    /** Where a run stands. */
    record Standing(String status, boolean ofJob) {}

    /** Makes runs that wait, and has them done. */
    void add(SqlRunner transaction, Tenant tenant, String kind, List<JsonNode> payloads, Instant at) {
        List<UUID> ids = new ArrayList<>();
        payloads.forEach(any -> ids.add(UUID.randomUUID()));
        transaction.update(Sql.of(
                "insert into " + runs(tenant)
                        + " (id, kind, payload, parked) select id, ?, payload::jsonb, false from unnest(?::uuid[], ?::text[])"
                        + " as r (id, payload)",
                SqlValue.text(kind),
                SqlValue.uuids(ids),
                SqlValue.texts(payloads.stream().map(JsonNode::toString).toList())));
        TaskTable.add(transaction, tenant, TaskNames.WORK, ids, at);
    }

    /** Begins a run, or goes on with one whose node is gone; nothing when it is over, or somebody else has it. */
    Optional<RunRow> claim(Tenant tenant, UUID id, String task) {
        return notes.direct(sql -> claim(sql, tenant, id, task));
    }

    static Optional<RunRow> claim(SqlRunner sql, Tenant tenant, UUID id, String task) {
        return sql.first(
                Sql.of(
                        "update " + runs(tenant)
                                + " set status = 'running', parked = false, attempts = attempts + 1, task = ?,"
                                + " started_at = coalesce(started_at, now()), updated_at = now(), version = version + 1"
                                + " where id = ? and (status = 'waiting' or status = 'running' and task = ?) returning id, kind, (select name from "
                                + jobs(tenant) + " j where j.id = job), payload::text, attempts",
                        SqlValue.text(task),
                        SqlValue.uuid(id),
                        SqlValue.text(task)),
                RunStore::read);
    }

    /** The job of a run. */
    Optional<String> job(Tenant tenant, UUID id) {
        return database.direct(sql -> sql.first(
                Sql.of(
                        "select j.name from " + runs(tenant) + " r join " + jobs(tenant)
                                + " j on j.id = r.job where r.id = ?",
                        SqlValue.uuid(id)),
                row -> row.getString(1)));
    }

    /**
     * Writes down, together with what was done, that it was: both are kept, or none.
     *
     * @return whether the run is still this node's: if not, nothing that was done may be kept
     */
    boolean done(SqlRunner transaction, Tenant tenant, RunRow run, String output) {
        return transaction.update(Sql.of(
                        "update " + runs(tenant)
                                + " set status = 'done', ended_at = clock_timestamp(), updated_at = now(),"
                                + " version = version + 1, output = nullif(?, ''), error = null, progress = 100" + OURS,
                        SqlValue.text(cut(output)),
                        SqlValue.uuid(run.id()),
                        SqlValue.integer((long) run.attempt())))
                == 1;
    }

    /** Writes down how a run ended. */
    void end(Tenant tenant, RunRow run, String status, String output, String error) {
        database.transaction(sql -> sql.update(Sql.of(
                "update " + runs(tenant)
                        + " set status = ?, ended_at = now(), updated_at = now(), version = version + 1,"
                        + " output = nullif(?, ''), error = nullif(?, ''), progress = case when ? then 100 else progress end"
                        + OURS,
                SqlValue.text(status),
                SqlValue.text(cut(output)),
                SqlValue.text(cut(error)),
                SqlValue.flag(status.equals("done")),
                SqlValue.uuid(run.id()),
                SqlValue.integer((long) run.attempt()))));
    }

    /** Writes down that a run failed and is tried again. */
    void failed(Tenant tenant, RunRow run, String output, String error) {
        database.transaction(sql -> failed(sql, tenant, run, output, error));
    }

    /** @return whether it was this node's to say so */
    static boolean failed(SqlRunner sql, Tenant tenant, RunRow run, String output, String error) {
        return sql.update(Sql.of(
                        "update " + runs(tenant)
                                + " set status = 'waiting', task = null, updated_at = now(), version = version + 1,"
                                + " output = nullif(?, ''), error = ?" + OURS,
                        SqlValue.text(cut(output)),
                        SqlValue.text(cut(error)),
                        SqlValue.uuid(run.id()),
                        SqlValue.integer((long) run.attempt())))
                == 1;
    }

    /** Whether a run has ended. */
    boolean isOver(Tenant tenant, UUID id) {
        return database.direct(sql -> sql.first(
                        Sql.of(
                                "select 1 from " + runs(tenant)
                                        + " where id = ? and status in ('done', 'failed', 'stopped')",
                                SqlValue.uuid(id)),
                        row -> id))
                .isPresent();
    }

    void progress(Tenant tenant, UUID id, int percent, String output) {
        database.direct(sql -> sql.update(Sql.of(
                "update " + runs(tenant) + " set progress = ?, output = nullif(?, ''), updated_at = now() where id = ?"
                        + " and status = 'running'",
                SqlValue.decimal(BigDecimal.valueOf(percent)),
                SqlValue.text(cut(output)),
                SqlValue.uuid(id))));
    }

    Optional<Standing> standing(SqlRunner sql, Tenant tenant, UUID id) {
        return sql.first(
                Sql.of(
                        "select status, job is not null from " + runs(tenant) + " where id = ? for update",
                        SqlValue.uuid(id)),
                row -> new Standing(row.getString(1), row.getBoolean(2)));
    }

    /** Stops what has not begun. */
    void stop(SqlRunner sql, Tenant tenant, UUID id) {
        sql.update(Sql.of(
                "update " + runs(tenant)
                        + " set status = 'stopped', ended_at = now(), parked = false, updated_at = now(),"
                        + " version = version + 1 where id = ? and status = 'waiting'",
                SqlValue.uuid(id)));
    }

    static RunRow read(ResultSet row) throws SQLException {
        try {
            return new RunRow(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    JSON.readTree(row.getString(4)),
                    row.getInt(5));
        } catch (JsonProcessingException impossible) {
            throw new SQLException(impossible);
        }
    }

    private static String cut(String text) {
        String plain = text.replace('\0', ' ');
        return plain.length() > LONGEST_TEXT ? plain.substring(plain.length() - LONGEST_TEXT) : plain;
    }

    static String runs(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$run");
    }

    static String jobs(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$job");
    }
}
