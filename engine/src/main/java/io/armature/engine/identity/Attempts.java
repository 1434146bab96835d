package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Slows down guessing: after some failures a name, or the address that they come from, has to wait, twice as long after each
 * further one. Counted in the database, so that all nodes know; who fails at nothing leaves nothing behind. Safe for many
 * threads.
 */
public final class Attempts {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    public Attempts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws ProblemException when one of those who try has to wait */
    public void check(Tenant tenant, List<Trial> trials) {
        refuse(database.direct(sql -> sql.first(
                        waiting(tenant, trials),
                        row -> row.getObject(1) == null
                                ? Optional.<Instant>empty()
                                : Optional.of(row.getTimestamp(1).toInstant())))
                .flatMap(until -> until));
    }

    /** @throws ProblemException when a wait is not over */
    void refuse(Optional<Instant> until) {
        until.map(end -> Duration.between(clock.instant(), end))
                .filter(Duration::isPositive)
                .ifPresent(left -> {
                    throw new ProblemException(
                            Problem.inValue(ProblemCode.TOO_MANY_REQUESTS, "", String.valueOf(left.toSeconds() + 1)));
                });
    }

    /** Selects till when the longest wait lasts. */
    static Sql waiting(Tenant tenant, List<Trial> trials) {
        String places = String.join(", ", Collections.nCopies(trials.size(), "?"));
        return new Sql(
                "select max(blocked_until) from " + table(tenant) + " where key in (" + places + ")",
                trials.stream().map(trial -> new SqlValue(trial.key(), "bytea")).toList());
    }

    /**
     * Counts a failure of each.
     *
     * @throws ProblemException when one of them has to wait by now: then this one counts as not looked at
     */
    public void failed(Tenant tenant, List<Trial> trials) {
        Instant now = clock.instant();
        database.transaction(sql -> {
            sql.update(Sql.of(
                    "delete from " + table(tenant) + " where last_at < ?", SqlValue.instant(now.minus(FORGOTTEN))));
            trials.forEach(trial -> count(sql, tenant, trial, now));
            return trials;
        });
    }

    private void count(SqlRunner sql, Tenant tenant, Trial trial, Instant now) {
        if (trial.once().length > 0 && failures(sql, tenant, trial.once(), trial, now) > 1) {
            return;
        }
        int failures = failures(sql, tenant, trial.key(), trial, now);
        if (failures >= trial.free()) {
            sql.update(Sql.of(
                    "update " + table(tenant) + " set blocked_until = ? where key = ?",
                    SqlValue.instant(now.plus(wait(failures - trial.free(), trial.longest()))),
                    new SqlValue(trial.key(), "bytea")));
        }
    }

    private record Failures(int count, Optional<Instant> waitsUntil) {}

    /** Those with the same key come one after the other here, however many come at once. */
    private int failures(SqlRunner sql, Tenant tenant, byte[] key, Trial trial, Instant now) {
        Failures failures = sql.one(
                Sql.of(
                        "insert into " + table(tenant) + " as a (key, failures, last_at) values (?, 1, ?)"
                                + " on conflict (key) do update set last_at = excluded.last_at,"
                                + " failures = case when a.last_at < ? then 1 else a.failures + 1 end"
                                + " returning failures, blocked_until",
                        new SqlValue(key, "bytea"),
                        SqlValue.instant(now),
                        SqlValue.instant(now.minus(trial.window()))),
                row -> new Failures(
                        row.getInt(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)));
        refuse(failures.waitsUntil());
        return failures.count();
    }

    private static Duration wait(int further, Duration longest) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(further, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    /** Forgets the failures of one who succeeded. */
    public void succeeded(SqlRunner sql, Tenant tenant, Trial trial) {
        sql.update(Sql.of("delete from " + table(tenant) + " where key = ?", new SqlValue(trial.key(), "bytea")));
    }

    static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$attempt");
    }
}
