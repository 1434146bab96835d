package io.armature.engine.job;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.JobDefinition.CatchUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens when a job's moment has come: a run is made, and the next moment found. */
final class JobTick {

    /** How late a run may be made and still count as on time. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(2);

    private static final int MOST_MISSED = 1000;

    private final Database database;
    private final CurrentModels models;
    private final Clock clock;

    JobTick(Database database, CurrentModels models, Clock clock) {
        this.database = database;
        this.models = models;
        this.clock = clock;
    }

    /** @return when to look again; nothing when the job is gone, paused or over */
    Optional<Instant> tick(Tenant tenant, String name) {
        Optional<PackJob> job = PackJob.named(models.of(tenant), name);
        return database.transaction(sql -> {
            LaneStore.lock(sql, tenant);
            Optional<JobStore.Row> row = JobStore.named(sql, tenant, name).filter(JobStore.Row::active);
            if (job.isEmpty() || row.isEmpty()) {
                return Optional.empty();
            }
            return tick(sql, tenant, job.get(), row.get());
        });
    }

    private Optional<Instant> tick(SqlRunner sql, Tenant tenant, PackJob job, JobStore.Row row) {
        Instant now = clock.instant();
        if (row.next().isEmpty() || row.next().get().isAfter(now)) {
            return row.next();
        }
        List<Instant> missed = new ArrayList<>();
        Optional<Instant> next = row.next();
        while (next.isPresent() && !next.get().isAfter(now) && missed.size() < MOST_MISSED) {
            missed.add(next.get());
            next = job.schedule().after(next.get());
        }
        if (next.isPresent() && !next.get().isAfter(now)) {
            next = job.schedule().after(now);
        }
        LaneStore.add(sql, tenant, row, job.limits(), due(job.definition().catchUp(), missed, now), now);
        JobStore.next(sql, tenant, row.id(), true, next);
        return next;
    }

    private static List<Instant> due(CatchUp policy, List<Instant> missed, Instant now) {
        return switch (policy) {
            case ONCE -> List.of(missed.getLast());
            case ALL -> missed;
            case SKIP -> missed.getLast().plus(PUNCTUAL).isAfter(now) ? List.of(missed.getLast()) : List.of();
        };
    }
}
