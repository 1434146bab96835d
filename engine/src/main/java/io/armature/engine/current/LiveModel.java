package io.armature.engine.current;

import io.armature.engine.db.DatabaseException;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Does the work of requests on the live model. A request keeps the model that it began with; when an upgrade changes the
 * tables before its statements come to them, PostgreSQL refuses these, nothing is kept, and the work is done once more
 * on the model that the tables have now. So it is when two transactions wait for each other and PostgreSQL ends one.
 */
public final class LiveModel {

    private static final int MOST_TRIES = 5;

    /** Another transaction won: the same may succeed now. */
    private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

    /** Tables, columns or plans that are not what they were, or rules that did not stand when the request came. */
    private static final Set<String> OTHER_TABLES =
            Set.of("42P01", "42703", "42704", "42804", "42883", "0A000", "26000", "23502", "23503", "23514");

    private final CurrentModels models;
    private final ModelWatcher watcher;

    public LiveModel(CurrentModels models, ModelWatcher watcher) {
        this.models = models;
        this.watcher = watcher;
    }

    /**
     * Does work that changes nothing when it throws.
     *
     * @param work from its beginning, so that it reads nothing but the context's model
     */
    public <T> T run(RequestContext context, Function<RequestContext, T> work) {
        RequestContext live = context;
        for (int tries = 1; ; tries++) {
            try {
                return work.apply(live);
            } catch (DatabaseException | ProblemException failed) {
                Optional<RequestContext> next = tries < MOST_TRIES ? next(live, failed) : Optional.empty();
                live = next.orElseThrow(() -> failed);
            }
        }
    }

    private Optional<RequestContext> next(RequestContext context, RuntimeException failed) {
        String state = failed instanceof DatabaseException refused
                ? refused.state()
                : failed.getCause() instanceof DatabaseException cause ? cause.state() : "";
        if (OVERTAKEN.contains(state)) {
            return Optional.of(context);
        }
        if (!OTHER_TABLES.contains(state)) {
            return Optional.empty();
        }
        watcher.refresh(context.tenant());
        Model now = models.of(context.tenant());
        return now == context.model() ? Optional.empty() : Optional.of(context.on(now));
    }
}
