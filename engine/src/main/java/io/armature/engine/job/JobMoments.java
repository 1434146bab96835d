package io.armature.engine.job;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts the moments of jobs anew: for a clock that was set, as those of tests are. Safe for many threads. */
public final class JobMoments {

    private final Database database;
    private final CurrentModels models;
    private final Clock clock;

    public JobMoments(Database database, CurrentModels models, Clock clock) {
        this.database = database;
        this.models = models;
        this.clock = clock;
    }

    /**
     * From now on each job of a tenant is due when its schedule says so, whatever was due or missed before.
     *
     * @return false while the jobs of a tenant that was just made do not stand in its list yet: nothing is changed then
     */
    public boolean restart(Tenant tenant) {
        List<PackJob> jobs = PackJob.of(models.of(tenant));
        return database.transaction(transaction -> {
            LaneStore.lock(transaction, tenant);
            Map<String, JobStore.Row> rows = JobStore.all(transaction, tenant).stream()
                    .collect(Collectors.toMap(JobStore.Row::name, Function.identity()));
            jobs.forEach(job -> Optional.ofNullable(rows.get(job.name()))
                    .filter(JobStore.Row::active)
                    .ifPresent(row -> restart(transaction, tenant, job, row)));
            return jobs.stream().allMatch(job -> rows.containsKey(job.name()));
        });
    }

    private void restart(SqlRunner transaction, Tenant tenant, PackJob job, JobStore.Row row) {
        Optional<Instant> next = job.schedule().after(clock.instant());
        JobStore.next(transaction, tenant, row.id(), true, next);
        TaskTable.untick(transaction, tenant, row.name());
        next.ifPresent(at -> TaskTable.tick(transaction, tenant, row.name(), at));
    }

    /** None of a tenant's jobs is due any more. */
    public void end(Tenant tenant) {
        database.transaction(transaction -> {
            JobStore.all(transaction, tenant).forEach(row -> TaskTable.untick(transaction, tenant, row.name()));
            return tenant;
        });
    }
}
