package io.armature.engine.boot;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.Outbox;
import io.armature.engine.job.JobMoments;
import io.armature.engine.job.Jobs;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import io.armature.metadata.expression.Identifiers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits until a tenant has nothing left to do after what happened: no event to tell, no work that is due, no job that runs or should.
 */
@Singleton
final class Quiet {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Tenants tenants;
    private final JobMoments moments;
    private final Jobs jobs;
    private final Clock clock;

    Quiet(Database database, Tenants tenants, JobMoments moments, Jobs jobs, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.moments = moments;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Has the moments of a tenant's jobs counted from now on. */
    void begin(String name) {
        Tenant tenant = tenants.require(name);
        until(name, () -> moments.restart(tenant));
    }

    /** No job of a tenant has a moment any more. */
    void end(String name) {
        moments.end(tenants.require(name));
    }

    /** @throws IllegalStateException when the tenant does not come to rest */
    void await(String name) {
        Tenant tenant = tenants.require(name);
        until(name, () -> {
            boolean busy = isBusy(tenant);
            if (busy) {
                jobs.look();
            }
            return !busy;
        });
    }

    private static void until(String name, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Tenant " + name + " still has work after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isBusy(Tenant tenant) {
        return database.direct(sql -> sql.one(
                Sql.of(
                        "select exists (select from " + Identifiers.quote(tenant.schema(), Outbox.TABLE)
                                + ") or exists (select from armature.due_run where tenant = ?)"
                                + " or exists (select from armature.due_work where tenant = ? and due_at <= ?)"
                                + " or exists (select from armature.scheduled_tasks where starts_with(task_instance, ?)"
                                + " and (picked or execution_time <= ?))",
                        SqlValue.text(tenant.name()),
                        SqlValue.text(tenant.name()),
                        SqlValue.instant(clock.instant()),
                        SqlValue.text(tenant.name() + ":"),
                        SqlValue.instant(clock.instant())),
                row -> row.getBoolean(1)));
    }
}
