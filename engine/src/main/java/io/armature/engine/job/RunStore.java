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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    RunStore(Database database) {
        this.database = database;
    }

    /** How many jobs may run at once. */
    record Limits(int ofJob, int ofPack, int ofTenant) {}

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

    /** Makes a run of a job for each moment for which there is none yet, and has it done. */
    List<UUID> addOfJob(SqlRunner transaction, Tenant tenant, UUID job, List<Instant> moments, Instant now) {
        List<UUID> made = new ArrayList<>();
        for (Instant moment : moments) {
            made.addAll(addOfJob(transaction, tenant, job, SqlValue.instant(moment), "{}"));
        }
        TaskTable.add(transaction, tenant, TaskNames.JOB, made, now);
        return made;
    }

    /** Makes a run of a job that somebody asks for. */
    UUID addAsked(SqlRunner transaction, Tenant tenant, UUID job, JsonNode payload, Instant now) {
        List<UUID> made = addOfJob(transaction, tenant, job, SqlValue.instant(null), payload.toString());
        TaskTable.add(transaction, tenant, TaskNames.JOB, made, now);
        return made.getFirst();
    }

    private static List<UUID> addOfJob(
            SqlRunner transaction, Tenant tenant, UUID job, SqlValue scheduled, String payload) {
        return transaction.list(
                Sql.of(
                        "insert into " + runs(tenant)
                                + " (job, kind, payload, scheduled_for) values (?, ?, ?::jsonb, ?)"
                                + " on conflict (job, scheduled_for) do nothing returning id",
                        SqlValue.uuid(job),
                        SqlValue.text(TaskNames.JOB),
                        SqlValue.text(payload),
                        scheduled),
                row -> row.getObject(1, UUID.class));
    }

    /** Begins a run, or goes on with one whose node is gone; nothing when it is over, or somebody else has it. */
    Optional<RunRow> claim(Tenant tenant, UUID id, String task) {
        return database.transaction(sql -> claim(sql, tenant, id, task));
    }

    /** Begins a run of a job if not too many run; otherwise it waits until one ends, and nothing is answered. */
    Optional<RunRow> claim(Tenant tenant, UUID id, String task, String job, Limits limits) {
        return database.transaction(sql -> {
            lock(sql, tenant);
            String pack = job.substring(0, job.indexOf('.') + 1);
            boolean room = sql.one(
                    Sql.of(
                            "select count(*) filter (where j.name = ?) < ? and count(*) filter (where starts_with(j.name, ?)) < ?"
                                    + " and count(*) < ? from " + runs(tenant) + " r join " + jobs(tenant)
                                    + " j on j.id = r.job where r.status = 'running' and r.id <> ?",
                            SqlValue.text(job),
                            SqlValue.integer((long) limits.ofJob()),
                            SqlValue.text(pack),
                            SqlValue.integer((long) limits.ofPack()),
                            SqlValue.integer((long) limits.ofTenant()),
                            SqlValue.uuid(id)),
                    row -> row.getBoolean(1));
            if (room) {
                return claim(sql, tenant, id, task);
            }
            sql.update(Sql.of(
                    "update " + runs(tenant) + " set parked = true where id = ? and status = 'waiting'",
                    SqlValue.uuid(id)));
            return Optional.empty();
        });
    }

    private static Optional<RunRow> claim(SqlRunner sql, Tenant tenant, UUID id, String task) {
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
                        "update " + runs(tenant) + " set status = 'done', ended_at = now(), updated_at = now(),"
                                + " version = version + 1, output = nullif(?, ''), error = null, progress = 100" + OURS,
                        SqlValue.text(cut(output)),
                        SqlValue.uuid(run.id()),
                        SqlValue.integer((long) run.attempt())))
                == 1;
    }

    /** Lets others go on that waited for a run that is done. */
    void release(Tenant tenant, RunRow run) {
        run.job()
                .ifPresent(job -> database.transaction(sql -> {
                    lock(sql, tenant);
                    return released(sql, tenant, job);
                }));
    }

    /** Lets others go on that waited for a run, if it is over. */
    void passOn(Tenant tenant, UUID id, String job) {
        database.transaction(sql -> {
            lock(sql, tenant);
            boolean over = sql.first(
                            Sql.of(
                                    "select 1 from " + runs(tenant)
                                            + " where id = ? and status in ('done', 'failed', 'stopped')",
                                    SqlValue.uuid(id)),
                            row -> id)
                    .isPresent();
            return over ? released(sql, tenant, job) : 0;
        });
    }

    /** Writes down how a run ended, and lets others go on that waited for it. */
    void end(Tenant tenant, RunRow run, String status, String output, String error) {
        Sql end = Sql.of(
                "update " + runs(tenant)
                        + " set status = ?, ended_at = now(), updated_at = now(), version = version + 1,"
                        + " output = nullif(?, ''), error = nullif(?, ''), progress = case when ? then 100 else progress end"
                        + OURS,
                SqlValue.text(status),
                SqlValue.text(cut(output)),
                SqlValue.text(cut(error)),
                SqlValue.flag(status.equals("done")),
                SqlValue.uuid(run.id()),
                SqlValue.integer((long) run.attempt()));
        change(tenant, run, end);
    }

    /** Writes down that a run failed and is tried again. */
    void failed(Tenant tenant, RunRow run, String output, String error) {
        change(
                tenant,
                run,
                Sql.of(
                        "update " + runs(tenant) + " set status = 'waiting', updated_at = now(), version = version + 1,"
                                + " output = nullif(?, ''), error = ?" + OURS,
                        SqlValue.text(cut(output)),
                        SqlValue.text(cut(error)),
                        SqlValue.uuid(run.id()),
                        SqlValue.integer((long) run.attempt())));
    }

    private void change(Tenant tenant, RunRow run, Sql change) {
        database.transaction(sql -> {
            if (run.job().isEmpty()) {
                return sql.update(change);
            }
            lock(sql, tenant);
            sql.update(change);
            return released(sql, tenant, run.job().get());
        });
    }

    /** Lets the oldest waiting run go on, and the oldest of the same job and pack; each looks for itself whether there is room. */
    private static int released(SqlRunner sql, Tenant tenant, String job) {
        sql.update(Sql.of("update " + jobs(tenant) + " set last_run = now() where name = ?", SqlValue.text(job)));
        Set<UUID> next = new LinkedHashSet<>();
        for (String start : List.of(job, job.substring(0, job.indexOf('.') + 1), "")) {
            next.addAll(sql.list(
                    Sql.of(
                            "select r.id from " + runs(tenant) + " r join " + jobs(tenant)
                                    + " j on j.id = r.job where r.parked and r.status = 'waiting' and starts_with(j.name, ?)"
                                    + " order by r.number limit 1",
                            SqlValue.text(start)),
                    row -> row.getObject(1, UUID.class)));
        }
        if (!next.isEmpty()) {
            sql.update(Sql.of(
                    "update " + runs(tenant) + " set parked = false where id = any(?)",
                    SqlValue.uuids(List.copyOf(next))));
            TaskTable.add(sql, tenant, TaskNames.JOB, next, Instant.EPOCH);
        }
        return next.size();
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

    /** Takes away what ended long ago, some at a time. */
    void prune(Tenant tenant) {
        database.transaction(sql -> sql.update(Sql.of("delete from " + runs(tenant) + " where id in (select id from "
                + runs(tenant) + " where ended_at < now() - interval '30 days' limit 1000)")));
    }

    /** Runs of jobs begin and end one after the other, so that each sees how many there are. */
    private static void lock(SqlRunner sql, Tenant tenant) {
        sql.list(
                Sql.of(
                        "select pg_advisory_xact_lock(hashtext('armature.jobs'), hashtext(?))",
                        SqlValue.text(tenant.name())),
                row -> tenant);
    }

    private static RunRow read(ResultSet row) throws SQLException {
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
        return text.length() > LONGEST_TEXT ? text.substring(text.length() - LONGEST_TEXT) : text;
    }

    static String runs(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$run");
    }

    static String jobs(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$job");
    }
}
