package io.armature.engine.job;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.TenantLog;
import java.time.Clock;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does runs: those of jobs as far as there is room, all others at once. */
final class RunExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecutor.class);
    /** A run whose node dies again and again may be why. */
    private static final int MOST_DEATHS = 5;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final RunStore store;
    private final LaneStore lanes;
    private final CurrentModels models;
    private final PackJobs jobs;
    private final Map<String, BackgroundWork> works;
    private final Clock clock;
    private final Map<UUID, RunningWork> running = new ConcurrentHashMap<>();

    RunExecutor(
            RunStore store,
            LaneStore lanes,
            CurrentModels models,
            PackJobs jobs,
            Collection<BackgroundWork> works,
            Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.models = models;
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(BackgroundWork::kind, Function.identity()));
        this.clock = clock;
    }

    /** What became of an attempt. */
    private sealed interface Outcome {
        /** It is over: done, stopped, given up, or no more this node's. */
        record Over() implements Outcome {}

        /** It failed, and is tried again. */
        record Again(String output, String error, Instant at) implements Outcome {}
    }

    private static final Outcome OVER = new Outcome.Over();

    /** @return when to try again; nothing when it is over */
    Optional<Instant> work(Tenant tenant, UUID id, String task) {
        try (var _ = TenantLog.of(tenant.name())) {
            return worked(tenant, id, task);
        }
    }

    private Optional<Instant> worked(Tenant tenant, UUID id, String task) {
        Optional<RunRow> claimed = store.claim(tenant, id, task);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        RunRow run = claimed.get();
        BackgroundWork work = works.get(run.kind());
        if (work == null) {
            // Of a newer engine, perhaps: another node knows.
            store.failed(tenant, run, "", "Nobody here knows work of the kind " + run.kind() + ".");
            return Optional.of(clock.instant().plus(FIRST_PAUSE));
        }
        return switch (execute(tenant, run, work, LONGEST, () -> {})) {
            case Outcome.Over _ -> Optional.empty();
            case Outcome.Again again -> {
                store.failed(tenant, run, again.output(), again.error());
                yield Optional.of(again.at());
            }
        };
    }

    /** Does a run of a job of a pack, and those that wait for its end, one after the other, for a while. */
    void job(Tenant tenant, UUID id, String task) {
        try (var _ = TenantLog.of(tenant.name())) {
            store.job(tenant, id)
                    .flatMap(name -> PackJob.named(models.of(tenant), name))
                    .ifPresent(job -> job(tenant, id, task, job));
        }
    }

    private void job(Tenant tenant, UUID id, String task, PackJob job) {
        BackgroundWork work = new OneJob(jobs, job);
        Duration most = job.definition().timeout().orElse(LONGEST);
        Lane lane = new Lane(lanes, store, tenant, task, job);
        Optional<RunRow> run = lane.first(id);
        while (run.isPresent()) {
            RunRow current = run.get();
            if (execute(tenant, current, work, most, lane::stuck) instanceof Outcome.Again again) {
                lanes.again(tenant, current, again.output(), again.error(), again.at());
            }
            run = lane.next();
        }
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

    /** @param stuck what to do when it takes long */
    private Outcome execute(Tenant tenant, RunRow run, BackgroundWork work, Duration most, Runnable stuck) {
        if (run.attempt() > work.retries() + 1 + MOST_DEATHS) {
            store.end(tenant, run, "failed", "", "Its node was gone each time.");
            return OVER;
        }
        RunningWork call = new RunningWork(tenant, run, store);
        running.put(run.id(), call);
        try {
            call.run(work, most, stuck);
            if (!call.isDone()) {
                store.end(tenant, run, call.isCancelled() ? "stopped" : "done", call.output(), "");
            }
            return OVER;
        } catch (Exception failed) {
            return failed(tenant, run, work, call, failed);
        } finally {
            running.remove(run.id());
        }
    }

    private Outcome failed(Tenant tenant, RunRow run, BackgroundWork work, RunningWork call, Exception failed) {
        String error = String.valueOf(failed.getMessage() == null ? failed : failed.getMessage());
        if (call.isCancelled()) {
            store.end(tenant, run, "stopped", call.output(), "");
            return OVER;
        }
        LOG.warn("Run {} ({}) of tenant {} failed", run.id(), run.job().orElse(run.kind()), tenant.name(), failed);
        boolean excused = isAway(failed) && run.attempt() <= work.retries() + MOST_DEATHS;
        if (!excused && run.attempt() > work.retries()) {
            store.end(tenant, run, "failed", call.output(), error);
            return OVER;
        }
        return new Outcome.Again(call.output(), error, clock.instant().plus(pause(run.attempt())));
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
}
