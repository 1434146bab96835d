package io.armature.engine.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * This node's part in the work: db-scheduler takes what is due from a table that all nodes and tenants share, says that this node
 * lives, and takes over what nodes had that do not say so any more.
 */
public final class JobScheduler implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final Duration LOOKING = Duration.ofSeconds(1);
    private static final Duration HEARTBEATS = Duration.ofSeconds(4);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration WHILE_SUSPENDED = Duration.ofMinutes(1);
    /** When fewer than this share of the threads has work, more is fetched, up to so many times their number. */
    private static final double FETCH_BELOW = 0.5;

    private static final double FETCH_UP_TO = 4;

    private final Tenants tenants;
    private final Clock clock;
    private final RunExecutor runs;
    private final JobTick ticks;
    private final Scheduler scheduler;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("job-", 0).daemon().factory());
    private final ExecutorService syncing = Executors.newVirtualThreadPerTaskExecutor();

    /** What tells a scheduler of tenants and of each other's wishes. */
    public record Surroundings(Tenants tenants, CurrentModels models, Signals signals, Clock clock) {}

    /** @param noting connections whose commits need not be waited for */
    public JobScheduler(
            DataSource noting,
            Database database,
            Surroundings surroundings,
            Jobs jobs,
            PackJobs packJobs,
            Collection<BackgroundWork> works) {
        this.tenants = surroundings.tenants();
        this.clock = surroundings.clock();
        Database notes = new Database(noting);
        RunStore store = new RunStore(database, notes);
        this.runs = new RunExecutor(store, new LaneStore(notes), surroundings.models(), packJobs, works, clock);
        this.ticks = new JobTick(database, surroundings.models(), clock);
        this.scheduler = scheduler(noting);
        JobSync sync = new JobSync(database, clock);
        surroundings.models().onSwap((tenant, model) -> syncing.execute(() -> sync.sync(tenant, model)));
        Housekeeping.begin(surroundings.models(), database, clock, syncing);
        jobs.onOrder(scheduler::triggerCheckForDueExecutions);
        surroundings.signals().subscribe(Jobs.TOPIC, new Signals.Listener() {
            @Override
            public void heard(String run) {
                runs.cancel(UUID.fromString(run));
            }

            @Override
            public void look() {
                // Who wants a run to stop and was not heard says it again.
            }
        });
    }

    /** Begins, on threads of its own. */
    public void start() {
        scheduler.start();
    }

    /** How many runs this node is at. */
    public int running() {
        return runs.count();
    }

    private Scheduler scheduler(DataSource source) {
        return Scheduler.create(
                        source,
                        task(TaskNames.TICK, (tenant, instance) -> ticks.tick(tenant, TaskNames.job(instance))),
                        task(
                                TaskNames.WORK,
                                (tenant, instance) -> runs.work(tenant, TaskNames.run(instance), instance)),
                        task(TaskNames.JOB, (tenant, instance) -> {
                            runs.job(tenant, TaskNames.run(instance), instance);
                            return Optional.empty();
                        }))
                .tableName(TaskNames.TABLE)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(AT_ONCE)
                .executorService(threads)
                .pollingInterval(LOOKING)
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .heartbeatInterval(HEARTBEATS)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(FAREWELL)
                .clock(clock::instant)
                .build();
    }

    /** Work on an instance; says when to do it again, if at all. */
    private interface Step {
        Optional<Instant> apply(Tenant tenant, String instance);
    }

    private CustomTask<Void> task(String name, Step step) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE)))
                .execute((instance, context) -> completion(name, next(instance, step)));
    }

    private Optional<Instant> next(TaskInstance<Void> instance, Step step) {
        Optional<Tenant> tenant = tenants.named(TaskNames.tenant(instance.getId()));
        if (tenant.isPresent() && !tenant.get().isActive()) {
            return Optional.of(clock.instant().plus(WHILE_SUSPENDED));
        }
        return tenant.flatMap(known -> step.apply(known, instance.getId()));
    }

    /** A job that ended may have let another go on. */
    private CompletionHandler<Void> completion(String task, Optional<Instant> next) {
        return (complete, operations) -> {
            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
            if (task.equals(TaskNames.JOB)) {
                scheduler.triggerCheckForDueExecutions();
            }
        };
    }

    @Override
    public void close() {
        scheduler.stop();
        threads.shutdownNow();
        syncing.shutdownNow();
    }
}
