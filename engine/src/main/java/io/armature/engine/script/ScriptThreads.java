package io.armature.engine.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs scripts on threads of their own while the caller waits. What a script's writing sets off runs on the same thread. There
 * are as many threads as there is work: no call waits for another, and transactions bound their number. A caller who is
 * interrupted wants it no more: the watch stops it, and then he goes on.
 */
final class ScriptThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(ScriptThread::new);

    <T> T run(Supplier<T> work) {
        if (Thread.currentThread() instanceof ScriptThread) {
            return work.get();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        AtomicBoolean wanted = new AtomicBoolean(true);
        threads.execute(() -> {
            ScriptThread own = (ScriptThread) Thread.currentThread();
            own.begin(result, wanted);
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
            // What it works in is the caller's: he goes on when nobody works in it any more.
            wanted.set(false);
            result.handle((done, failed) -> wanted).join();
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
