package io.armature.engine.script;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A thread for functions of packs, and nothing else. Being one of the platform's it shares the processors with all others,
 * whatever a function does; its stack is deep enough for what budgets allow, and what it asks of memory can be measured.
 */
final class ScriptThread extends Thread {

    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private @Nullable Call call;
    private volatile CompletableFuture<?> awaited = new CompletableFuture<>();

    ScriptThread(Runnable work) {
        super(null, work, "script", STACK_BYTES);
        setDaemon(true);
    }

    /** Somebody waits for what comes out. */
    void begin(CompletableFuture<?> result) {
        awaited = result;
    }

    /** Nobody waits any longer; any thread may say so. */
    void abandon(RuntimeException why) {
        awaited.completeExceptionally(why);
    }

    /** What the thread works on; only it may ask. */
    @Nullable
    Call call() {
        return call;
    }

    void call(@Nullable Call next) {
        call = next;
    }

    static Optional<Call> current() {
        return Thread.currentThread() instanceof ScriptThread own ? Optional.ofNullable(own.call) : Optional.empty();
    }
}
