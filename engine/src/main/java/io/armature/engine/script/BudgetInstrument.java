package io.armature.engine.script;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import org.jspecify.annotations.Nullable;

/**
 * Counts what functions do, statement by statement and call by call, and ends the one that does too much. The community's
 * engine has a limit for statements alone, and none that a function which catches the overflow of its stack would meet.
 */
public final class BudgetInstrument extends TruffleInstrument {

    static final String ID = "armature-budget";

    @Override
    protected void onCreate(Env environment) {
        environment.registerService(this);
        environment
                .getInstrumenter()
                .attachExecutionEventFactory(
                        SourceSectionFilter.newBuilder()
                                .tagIs(StatementTag.class)
                                .includeInternal(false)
                                .build(),
                        place -> {
                            Bounds.putInto(place.getInstrumentedNode());
                            return new StatementNode(environment, place);
                        });
        environment
                .getInstrumenter()
                .attachExecutionEventFactory(
                        SourceSectionFilter.newBuilder()
                                .tagIs(RootTag.class)
                                .includeInternal(false)
                                .build(),
                        place -> {
                            Bounds.putInto(place.getInstrumentedNode().getRootNode());
                            return new FunctionNode(environment, place);
                        });
    }

    private static @Nullable Call call() {
        return Thread.currentThread() instanceof ScriptThread own ? own.call() : null;
    }

    @TruffleBoundary
    private static void end(Env environment, EventContext place, Call call, Budget.Part part) {
        call.stop(part);
        TruffleContext context = environment.getEnteredContext();
        if (context != null) {
            context.closeCancelled(place.getInstrumentedNode(), part.unit());
        }
    }

    private static final class StatementNode extends ExecutionEventNode {
        private final Env environment;
        private final EventContext place;

        StatementNode(Env environment, EventContext place) {
            this.environment = environment;
            this.place = place;
        }

        @Override
        protected void onEnter(VirtualFrame frame) {
            Call call = call();
            if (call != null && call.statement(place)) {
                end(environment, place, call, Budget.Part.STATEMENTS);
            }
        }
    }

    private static final class FunctionNode extends ExecutionEventNode {
        private final Env environment;
        private final EventContext place;

        FunctionNode(Env environment, EventContext place) {
            this.environment = environment;
            this.place = place;
        }

        @Override
        protected void onEnter(VirtualFrame frame) {
            Call call = call();
            if (call != null && call.enter()) {
                end(environment, place, call, Budget.Part.DEPTH);
            }
        }

        @Override
        protected void onReturnValue(VirtualFrame frame, Object result) {
            leave();
        }

        @Override
        protected void onReturnExceptional(VirtualFrame frame, Throwable failure) {
            leave();
        }

        private static void leave() {
            Call call = call();
            if (call != null) {
                call.leave();
            }
        }
    }
}
