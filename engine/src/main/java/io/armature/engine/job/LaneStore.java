package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Statements about runs of jobs of packs, of which only some run at once. They are done in lanes, one after the other: a lane has a
 * task of the scheduler's, and runs that were set aside for it. Lanes begin and end one after the other, so that each sees how many
 * there are. Runs that find no room are parked, and no scheduler knows them until one that ends lets them go on.
 */
final class LaneStore {

    /** Those that run, those that are set aside for a lane, and those that were told to begin: a place is kept for them. */
    private static final String BUSY = "(r.status = 'running' or r.status = 'waiting' and not r.parked"
            + " and (r.attempts = 0 or r.task is not null))";

    /** Those that were told to begin, and have not. */
    private static final String TOLD = "r.status = 'waiting' and not r.parked and r.attempts = 0 and r.task is null";

    /** Those that have begun, or belong to a lane that has. */
    private static final String BEGUN = BUSY + " and (r.status = 'running' or r.task is not null)";

    private final Database database;

    LaneStore(Database database) {
        this.database = database;
    }

    /** How many runs of a job may go on at once, of its pack, and of a tenant. */
    record Limits(int ofJob, int ofPack, int ofTenant) {}

    /** To be done first by whoever makes or begins runs, before any row is locked. */
    static void lock(SqlRunner sql, Tenant tenant) {
        sql.list(
                Sql.of(
                        "select pg_advisory_xact_lock(hashtext('armature.jobs'), hashtext(?))",
                        SqlValue.text(tenant.name())),
                row -> tenant);
    }

    /** Makes a run of a job for each moment for which there is none yet, and has it done when there is room. */
    static void add(SqlRunner sql, Tenant tenant, JobStore.Row job, Limits limits, List<Instant> moments, Instant now) {
        boolean room = true;
        for (Instant moment : moments) {
            room = room && isFree(sql, tenant, job, limits);
            add(sql, tenant, job, SqlValue.instant(moment), "{}", room, now);
        }
    }

    /** Makes a run of a job that somebody asks for. */
    static UUID add(SqlRunner sql, Tenant tenant, JobStore.Row job, Limits limits, JsonNode payload, Instant now) {
        boolean room = isFree(sql, tenant, job, limits);
        return add(sql, tenant, job, SqlValue.instant(null), payload.toString(), room, now)
                .getFirst();
    }

    /** Whether a new run may begin: there is room, and none of the job waits for it that was there before. */
    private static boolean isFree(SqlRunner sql, Tenant tenant, JobStore.Row job, Limits limits) {
        return hasRoom(sql, tenant, job.name(), limits, BUSY)
                && sql.one(
                        Sql.of(
                                "select not exists (select from " + RunStore.runs(tenant)
                                        + " where job = ? and parked and status = 'waiting')",
                                SqlValue.uuid(job.id())),
                        row -> row.getBoolean(1));
    }

    private static List<UUID> add(
            SqlRunner sql,
            Tenant tenant,
            JobStore.Row job,
            SqlValue scheduled,
            String payload,
            boolean room,
            Instant now) {
        List<UUID> made = sql.list(
                Sql.of(
                        "insert into " + RunStore.runs(tenant)
                                + " (job, kind, payload, scheduled_for, parked) values (?, ?, ?::jsonb, ?, ?)"
                                + " on conflict (job, scheduled_for) do nothing returning id",
                        SqlValue.uuid(job.id()),
                        SqlValue.text(TaskNames.JOB),
                        SqlValue.text(payload),
                        scheduled,
                        SqlValue.flag(!room)),
                row -> row.getObject(1, UUID.class));
        if (room && !made.isEmpty()) {
            TaskTable.add(sql, tenant, TaskNames.JOB, made, now);
        }
        return made;
    }

    /**
     * What a lane begins with.
     *
     * @param aside those that were set aside for it before its node died
     */
    record Start(Optional<RunRow> run, List<UUID> aside) {}

    /**
     * Begins a run if there is room, else parks it. What a node had under the same task when it died goes before, and one of the
     * job that was told to begin earlier: it is begun in its place.
     *
     * @param id the run for which the task was made
     */
    Start begin(Tenant tenant, UUID id, String task, String job, Limits limits) {
        return database.transaction(sql -> {
            lock(sql, tenant);
            List<UUID> aside = ofTask(sql, tenant, task, "waiting");
            List<UUID> left = ofTask(sql, tenant, task, "running");
            if (!left.isEmpty()) {
                return new Start(RunStore.claim(sql, tenant, left.getFirst(), task), aside);
            }
            if (!aside.isEmpty()) {
                return new Start(RunStore.claim(sql, tenant, id, task), aside);
            }
            boolean room = hasRoom(sql, tenant, job, limits, BEGUN);
            UUID first = room ? toldBefore(sql, tenant, id).orElse(id) : id;
            if (!room || !first.equals(id)) {
                park(sql, tenant, id);
            }
            return new Start(room ? RunStore.claim(sql, tenant, first, task) : Optional.empty(), aside);
        });
    }

    private static void park(SqlRunner sql, Tenant tenant, UUID id) {
        sql.update(Sql.of(
                "update " + RunStore.runs(tenant) + " set parked = true where id = ? and status = 'waiting'",
                SqlValue.uuid(id)));
    }

    /** The oldest run of the same job that was told to begin before one, and has not. */
    private static Optional<UUID> toldBefore(SqlRunner sql, Tenant tenant, UUID id) {
        return sql.first(
                Sql.of(
                        "select r.id from " + RunStore.runs(tenant) + " r join " + RunStore.runs(tenant)
                                + " own on own.job = r.job and own.number > r.number where own.id = ? and " + TOLD
                                + " order by r.number limit 1",
                        SqlValue.uuid(id)),
                row -> row.getObject(1, UUID.class));
    }

    /** The runs that a lane has, the oldest first. */
    private static List<UUID> ofTask(SqlRunner sql, Tenant tenant, String task, String status) {
        return sql.list(
                Sql.of(
                        "select r.id from " + RunStore.runs(tenant) + " r where r.job is not null and " + BUSY
                                + " and r.status = ? and r.task = ? order by r.number",
                        SqlValue.text(status),
                        SqlValue.text(task)),
                row -> row.getObject(1, UUID.class));
    }

    /**
     * Sets the next runs of the same job aside for a lane whose runs have ended; without any, lets others go on. One that was told to
     * begin has the place, and goes before them.
     *
     * @param most how many
     */
    List<UUID> ahead(Tenant tenant, String task, String job, Limits limits, int most) {
        return database.transaction(sql -> {
            lock(sql, tenant);
            List<UUID> taken = hasRoom(sql, tenant, job, limits, BUSY) ? take(sql, tenant, task, job, most) : List.of();
            if (taken.isEmpty()) {
                release(sql, tenant, job);
            } else {
                note(sql, tenant, job);
            }
            return taken;
        });
    }

    private static List<UUID> take(SqlRunner sql, Tenant tenant, String task, String job, int most) {
        return sql.list(
                Sql.of(
                        "with taken as (update " + RunStore.runs(tenant)
                                + " set parked = false, task = ? where id = any(array(select id from "
                                + RunStore.runs(tenant) + " where job = (select id from " + RunStore.jobs(tenant)
                                + " where name = ?) and parked and status = 'waiting' order by number limit ?))"
                                + " returning id, number) select id from taken order by number",
                        SqlValue.text(task),
                        SqlValue.text(job),
                        SqlValue.integer((long) most)),
                row -> row.getObject(1, UUID.class));
    }

    /** Has others do what was set aside for a lane that does not get on. */
    void giveBack(Tenant tenant, String task, String job, Collection<UUID> aside) {
        database.transaction(sql -> {
            lock(sql, tenant);
            sql.update(Sql.of(
                    "update " + RunStore.runs(tenant)
                            + " set parked = true, task = null where id = any(?) and status = 'waiting' and task = ?",
                    SqlValue.uuids(List.copyOf(aside)),
                    SqlValue.text(task)));
            release(sql, tenant, job);
            return task;
        });
    }

    /** Lets others go on that waited for one that ended, or for the pause of one that is tried again. */
    void passOn(Tenant tenant, String job) {
        database.transaction(sql -> {
            lock(sql, tenant);
            release(sql, tenant, job);
            return job;
        });
    }

    /** Has a run tried again later, under a task of its own. */
    void again(Tenant tenant, RunRow run, String output, String error, Instant at) {
        database.transaction(sql -> {
            if (RunStore.failed(sql, tenant, run, output, error)) {
                TaskTable.add(sql, tenant, TaskNames.JOB, List.of(run.id()), at);
            }
            return run;
        });
    }

    /** A lane counts once, whatever it has set aside. */
    private static boolean hasRoom(SqlRunner sql, Tenant tenant, String job, Limits limits, String which) {
        return sql.one(
                Sql.of(
                        "select count(distinct lane) filter (where name = ?) < ? and count(distinct lane) filter (where starts_with(name, ?)) < ?"
                                + " and count(distinct lane) < ? from (select j.name, coalesce(r.task, r.id::text) as lane from "
                                + RunStore.runs(tenant) + " r join " + RunStore.jobs(tenant)
                                + " j on j.id = r.job where r.job is not null and " + which + ") as busy",
                        SqlValue.text(job),
                        SqlValue.integer((long) limits.ofJob()),
                        SqlValue.text(pack(job)),
                        SqlValue.integer((long) limits.ofPack()),
                        SqlValue.integer((long) limits.ofTenant())),
                row -> row.getBoolean(1));
    }

    /** Lets the oldest parked run of the job go on, of its pack, and of all; each looks for itself whether there is room. */
    private static void release(SqlRunner sql, Tenant tenant, String job) {
        note(sql, tenant, job);
        Set<UUID> next = new LinkedHashSet<>();
        for (String start : List.of(job, pack(job), "")) {
            parked(sql, tenant, start).ifPresent(next::add);
        }
        if (!next.isEmpty()) {
            sql.update(Sql.of(
                    "update " + RunStore.runs(tenant) + " set parked = false where id = any(?)",
                    SqlValue.uuids(List.copyOf(next))));
            TaskTable.add(sql, tenant, TaskNames.JOB, next, Instant.EPOCH);
        }
    }

    /** The oldest parked run of jobs whose names begin so: of each job, an index has its first. */
    private static Optional<UUID> parked(SqlRunner sql, Tenant tenant, String start) {
        return sql.first(
                Sql.of(
                        "select r.id from " + RunStore.jobs(tenant) + " j cross join lateral (select id, number from "
                                + RunStore.runs(tenant) + " where job = j.id and parked and status = 'waiting'"
                                + " order by number limit 1) r where starts_with(j.name, ?) order by r.number limit 1",
                        SqlValue.text(start)),
                row -> row.getObject(1, UUID.class));
    }

    /** When the job ran last, to a second or so: not worth a write for each of many short runs. */
    private static void note(SqlRunner sql, Tenant tenant, String job) {
        sql.update(Sql.of(
                "update " + RunStore.jobs(tenant) + " set last_run = now() where name = ?"
                        + " and (last_run is null or last_run < now() - interval '1 second')",
                SqlValue.text(job)));
    }

    private static String pack(String job) {
        return job.substring(0, job.indexOf('.') + 1);
    }
}
