package io.armature.engine.script;

import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A world of JavaScript in which the functions of one pack of one tenant run, one call at a time. */
final class Realm implements AutoCloseable {

    /** Stands for a promise that was not settled when the function returned. */
    private static final String PENDING = "pending";

    private final Context context;
    private final Watch watch;
    private final Shown shown;
    private final Value caller;
    private final Map<Source, Value> exports = new IdentityHashMap<>();
    private volatile boolean closed;

    Realm(Context context, Value preparation, Watch watch) {
        this.context = context;
        this.watch = watch;
        Value makers = preparation.execute(RealmHost.members(PENDING));
        shown = new Shown(makers);
        caller = makers.getMember("call");
    }

    /** The default export of a file of hooks, evaluated when first asked for. */
    Value exported(Source source) {
        return exports.computeIfAbsent(source, any -> context.eval(any).getMember("default"));
    }

    Shown shown() {
        return shown;
    }

    /**
     * Does one call from its beginning to its end.
     *
     * @param work what is done in the realm; what it returns must not belong to the realm
     * @throws io.armature.metadata.problem.ProblemException when the function fails or uses up its budget
     */
    <T> T during(Call call, Function<Realm, T> work) {
        ScriptThread thread = (ScriptThread) Thread.currentThread();
        Runnable end = watch.watch(call, this);
        Call outer = thread.call();
        thread.call(call);
        try {
            T result = work.apply(this);
            if (call.exhausted().isPresent()) {
                throw Failures.budget(call);
            }
            return result;
        } catch (PolyglotException failure) {
            closed |= failure.isCancelled() || failure.isExit() || failure.isInternalError();
            throw Failures.explain(failure, call);
        } catch (ScriptFault fault) {
            throw call.exhausted().isPresent()
                    ? Failures.budget(call)
                    : Failures.problem(ProblemCode.SCRIPT_FAILED, call, String.valueOf(fault.getMessage()));
        } catch (ThrownText thrown) {
            throw Failures.problem(
                    ProblemCode.SCRIPT_FAILED, call, String.valueOf(thrown.getMessage()), Failures.OF_NO_KIND);
        } finally {
            end.run();
            call.over();
            thread.call(outer);
        }
    }

    /**
     * Calls a function, and looks at the promise that it may return.
     *
     * @param self what {@code this} is in it
     */
    Value run(Value function, Value self, Object first, CallContext second, Call call) {
        List<Value> settled = new ArrayList<>();
        List<Value> refused = new ArrayList<>();
        ProxyExecutable done = given -> settled.add(given[0]);
        ProxyExecutable failed = given -> refused.add(given[0]);
        Value outcome = caller.execute(function, self, first, second, done, failed);
        if (!outcome.isString() || !outcome.asString().equals(PENDING)) {
            return outcome;
        }
        if (!refused.isEmpty()) {
            throw thrown(refused.getFirst());
        }
        if (settled.isEmpty()) {
            throw Failures.problem(ProblemCode.SCRIPT_UNSETTLED, call);
        }
        return settled.getFirst();
    }

    /** Anything can be thrown, not only what is an error. */
    private static RuntimeException thrown(Value refusal) {
        return refusal.isException()
                ? refusal.throwException()
                : new ThrownText(refusal.isString() ? refusal.asString() : "Error");
    }

    /** Whether it was stopped and can do no further call. */
    boolean isClosed() {
        return closed;
    }

    /** No further call will run in it; any thread may say so. */
    void condemn() {
        closed = true;
    }

    /** Stops whatever runs in it and waits for that; may be called by any thread. */
    @Override
    public void close() {
        closed = true;
        context.close(true);
    }
}
