package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.TenantLog;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run that this node is at. */
final class RunningWork implements RunCall {

    private static final long BETWEEN_PROGRESS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration LETTING_GO = Duration.ofSeconds(15);

    private final Tenant tenant;
    private final RunRow run;
    private final RunStore store;
    private final StringBuffer output = new StringBuffer();
    private volatile boolean cancelled;
    private volatile boolean done;
    private volatile Thread thread = Thread.currentThread();
    private long told = System.nanoTime() - BETWEEN_PROGRESS;

    RunningWork(Tenant tenant, RunRow run, RunStore store) {
        this.tenant = tenant;
        this.run = run;
        this.store = store;
    }

    /**
     * Does the work on a thread of its own, which is interrupted when it takes too long.
     *
     * @param stuck what the caller does when it does not get on soon
     */
    void run(BackgroundWork work, Duration most, Runnable stuck) throws Exception {
        FutureTask<RunRow> task = new FutureTask<>(() -> {
            try (var _ = TenantLog.of(tenant.name())) {
                work.run(this);
            }
            return run;
        });
        thread = Thread.ofVirtual().name("run-" + run.id()).start(task);
        try {
            if (cancelled) {
                thread.interrupt();
            }
            await(task, most, stuck);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            thread.interrupt();
            // What comes next, another attempt or another run, begins when this one has let go.
            thread.join(LETTING_GO);
            throw new IllegalStateException("It took longer than " + most + " and was stopped.", late);
        }
    }

    private static void await(FutureTask<RunRow> task, Duration most, Runnable stuck)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            task.get(Math.min(most.toMillis(), SOON.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            stuck.run();
            task.get(Math.max(0, most.minus(SOON).toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    String output() {
        return output.toString();
    }

    @Override
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public UUID id() {
        return run.id();
    }

    @Override
    public JsonNode payload() {
        return run.payload();
    }

    @Override
    public int attempt() {
        return run.attempt();
    }

    @Override
    public synchronized void progress(int percent) {
        if (System.nanoTime() - told >= BETWEEN_PROGRESS) {
            told = System.nanoTime();
            store.progress(tenant, run.id(), Math.clamp(percent, 0, 100), output.toString());
        }
    }

    @Override
    public void say(String line) {
        output.append(line).append('\n');
    }

    @Override
    public void doneWith(SqlRunner transaction) {
        if (!store.done(transaction, tenant, run, output.toString())) {
            throw new IllegalStateException("Another node has this run now; what was done here is not kept.");
        }
        done = true;
    }

    /** Whether it was written down already that it is done, if the transaction was kept. */
    boolean isDone() {
        return done;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
