package io.armature.engine.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thread for functions of packs, and nothing else. Being one of the platform's it shares the processors with all others,
 * whatever a function does; its stack is deep enough for what budgets allow, and what it asks of memory can be measured.
 */
final class ScriptThread extends Thread {

    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private @Nullable Call call;

    ScriptThread(Runnable work) {
        super(null, work, "script", STACK_BYTES);
        setDaemon(true);
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
