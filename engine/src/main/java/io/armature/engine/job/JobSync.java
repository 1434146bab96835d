package io.armature.engine.job;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a tenant's jobs those of its packs, whenever these change. Doing it twice does nothing. */
final class JobSync {

    private static final Logger LOG = LoggerFactory.getLogger(JobSync.class);

    private final Database database;
    private final Clock clock;

    JobSync(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A job whose schedule is as it was keeps its next moment; what an administrator paused stays so. */
    void sync(Tenant tenant, Model model) {
        try {
            Map<String, PackJob> wanted =
                    PackJob.of(model).stream().collect(Collectors.toMap(PackJob::name, Function.identity()));
            List<JobStore.Row> known = database.direct(sql -> JobStore.all(sql, tenant));
            if (wanted.isEmpty() && known.isEmpty()) {
                return;
            }
            database.transaction(sql -> {
                known.stream()
                        .filter(job -> !wanted.containsKey(job.name()))
                        .forEach(job -> JobStore.remove(sql, tenant, job.name()));
                Map<String, JobStore.Row> rows =
                        known.stream().collect(Collectors.toMap(JobStore.Row::name, Function.identity()));
                wanted.values().forEach(job -> put(sql, tenant, job, Optional.ofNullable(rows.get(job.name()))));
                return wanted;
            });
        } catch (DatabaseException away) {
            LOG.warn("Jobs of tenant {} are as they were: {}", tenant.name(), away.getMessage());
        }
    }

    private void put(SqlRunner sql, Tenant tenant, PackJob job, Optional<JobStore.Row> known) {
        boolean same = known.filter(row -> row.schedule().equals(job.schedule().text())
                        && row.title().equals(job.title())
                        && (row.next().isPresent() || !row.active()))
                .isPresent();
        if (same) {
            return;
        }
        boolean active = known.map(JobStore.Row::active).orElse(job.definition().enabled());
        Optional<Instant> next = active ? job.schedule().after(clock.instant()) : Optional.empty();
        JobStore.put(sql, tenant, job, active, next);
        next.ifPresent(at -> TaskTable.tick(sql, tenant, job.name(), at));
    }
}
