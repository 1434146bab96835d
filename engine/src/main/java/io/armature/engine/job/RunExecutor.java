package io.armature.engine.job;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.TenantLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does runs: those of jobs as far as there is room, all others at once. */
final class RunExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecutor.class);
    private static final int OF_PACK = 4;
    private static final int OF_TENANT = 6;
    /** A run whose node dies again and again may be why. */
    private static final int MOST_DEATHS = 5;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int BETWEEN_PRUNING = 1000;

    private final RunStore store;
    private final CurrentModels models;
    private final PackJobs jobs;
    private final Map<String, BackgroundWork> works;
    private final Map<UUID, RunningWork> running = new ConcurrentHashMap<>();

    RunExecutor(RunStore store, CurrentModels models, PackJobs jobs, Collection<BackgroundWork> works) {
        this.store = store;
        this.models = models;
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(BackgroundWork::kind, Function.identity()));
    }

    /** @return when to try again; nothing when it is over, or waits for others */
    Optional<Instant> work(Tenant tenant, UUID id, String task, Instant now) {
        try (var _ = TenantLog.of(tenant.name())) {
            return store.claim(tenant, id, task)
                    .flatMap(run -> execute(tenant, run, works.get(run.kind()), LONGEST, now));
        }
    }

    /** The same for a job of a pack. */
    Optional<Instant> job(Tenant tenant, UUID id, String task, Instant now) {
        try (var _ = TenantLog.of(tenant.name())) {
            return store.job(tenant, id)
                    .flatMap(name -> PackJob.named(models.of(tenant), name))
                    .flatMap(job -> job(tenant, id, task, job, now));
        }
    }

    private Optional<Instant> job(Tenant tenant, UUID id, String task, PackJob job, Instant now) {
        Optional<RunRow> run = store.claim(tenant, id, task, job.name(), limits(job));
        if (run.isEmpty()) {
            // Its node may have died between writing down that it is done and letting the next one go on.
            store.passOn(tenant, id, job.name());
            return Optional.empty();
        }
        Duration most = job.definition().timeout().orElse(LONGEST);
        return execute(tenant, run.get(), new OneJob(jobs, job), most, now);
    }

    void cancel(UUID id) {
        Optional.ofNullable(running.get(id)).ifPresent(RunningWork::cancel);
    }

    /** How many runs this node is at. */
    int count() {
        return running.size();
    }

    private record OneJob(PackJobs jobs, PackJob job) implements BackgroundWork {
        @Override
        public String kind() {
            return TaskNames.JOB;
        }

        @Override
        public void run(RunCall call) {
            jobs.run(job, call);
        }

        @Override
        public int retries() {
            return job.definition().retries();
        }
    }

    private static RunStore.Limits limits(PackJob job) {
        return new RunStore.Limits(job.definition().concurrency(), OF_PACK, OF_TENANT);
    }

    private Optional<Instant> execute(
            Tenant tenant, RunRow run, @Nullable BackgroundWork work, Duration most, Instant now) {
        if (work == null) {
            // Of a newer engine, perhaps: another node knows.
            store.failed(tenant, run, "", "Nobody here knows work of the kind " + run.kind() + ".");
            return Optional.of(now.plus(FIRST_PAUSE));
        }
        if (run.attempt() > work.retries() + 1 + MOST_DEATHS) {
            store.end(tenant, run, "failed", "", "Its node was gone each time.");
            return Optional.empty();
        }
        RunningWork call = new RunningWork(tenant, run, store);
        running.put(run.id(), call);
        try {
            call.run(work, most);
            if (call.isDone()) {
                store.release(tenant, run);
            } else {
                store.end(tenant, run, call.isCancelled() ? "stopped" : "done", call.output(), "");
            }
            pruneNowAndThen(tenant);
            return Optional.empty();
        } catch (Exception failed) {
            return failed(tenant, run, work, call, failed, now);
        } finally {
            running.remove(run.id());
        }
    }

    private Optional<Instant> failed(
            Tenant tenant, RunRow run, BackgroundWork work, RunningWork call, Exception failed, Instant now) {
        String error = String.valueOf(failed.getMessage() == null ? failed : failed.getMessage());
        if (call.isCancelled()) {
            store.end(tenant, run, "stopped", call.output(), "");
            return Optional.empty();
        }
        LOG.warn("Run {} ({}) of tenant {} failed", run.id(), run.job().orElse(run.kind()), tenant.name(), failed);
        boolean excused = isAway(failed) && run.attempt() <= work.retries() + MOST_DEATHS;
        if (!excused && run.attempt() > work.retries()) {
            store.end(tenant, run, "failed", call.output(), error);
            return Optional.empty();
        }
        store.failed(tenant, run, call.output(), error);
        return Optional.of(now.plus(pause(run.attempt())));
    }

    /** That the database was away is no failure of the work, as little as that its node was. */
    private static boolean isAway(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException refused && refused.isAway()) {
                return true;
            }
        }
        return false;
    }

    private static Duration pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 12));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private void pruneNowAndThen(Tenant tenant) {
        if (ThreadLocalRandom.current().nextInt(BETWEEN_PRUNING) == 0) {
            store.prune(tenant);
        }
    }
}
