package io.armature.engine.script;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A thread for functions of packs, and nothing else. Being one of the platform's it shares the processors with all others,
 * whatever a function does; its stack is deep enough for what budgets allow, and what it asks of memory can be measured.
 */
final class ScriptThread extends Thread {

    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private @Nullable Call call;
    private volatile CompletableFuture<?> awaited = new CompletableFuture<>();
    private volatile AtomicBoolean wanted = new AtomicBoolean(true);

    ScriptThread(Runnable work) {
        super(null, work, "script", STACK_BYTES);
        setDaemon(true);
    }

    /** Somebody waits for what comes out, as long as he wants it. */
    void begin(CompletableFuture<?> result, AtomicBoolean whether) {
        awaited = result;
        wanted = whether;
    }

    /** Whether somebody still wants what comes out; any thread may ask. */
    boolean isWanted() {
        return wanted.get();
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
