package io.armature.engine.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Runs scripts on threads of their own while the caller waits. What a script's writing sets off runs on the same thread. There
 * are as many threads as there is work: no call waits for another, and transactions bound their number.
 */
final class ScriptThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(ScriptThread::new);

    <T> T run(Supplier<T> work) {
        if (Thread.currentThread() instanceof ScriptThread) {
            return work.get();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> {
            ScriptThread own = (ScriptThread) Thread.currentThread();
            own.begin(result);
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a script ran", interrupted);
        }
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
