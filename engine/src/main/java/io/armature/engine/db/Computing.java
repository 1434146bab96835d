package io.armature.engine.db;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Long computations, a few at a time and on threads of their own. Requests share as many threads as there are processors, and
 * give theirs back only where they wait, as for the database: one that computes for seconds in between holds up all others. Safe
 * for many threads.
 */
public final class Computing {

    private static final long IDLE_SECONDS = 30;

    private final ExecutorService threads;
    private final String what;

    /**
     * @param what many do, as people are told when there are too many
     * @param atOnce how many are at work
     * @param mostWaiting how many may wait for their turn
     */
    public Computing(String what, int atOnce, int mostWaiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().name("computing-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
        this.what = what;
    }

    /**
     * What a computation comes to; whoever asks waits for it.
     *
     * @throws ProblemException when too many wait already
     */
    public <T> T of(Supplier<T> computation) {
        try {
            return CompletableFuture.supplyAsync(computation, threads).join();
        } catch (RejectedExecutionException full) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.UNAVAILABLE, "", "too many " + what + " at this moment"));
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
