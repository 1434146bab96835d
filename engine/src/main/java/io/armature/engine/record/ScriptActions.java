package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.script.Action;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.Scene;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Custom endpoints of packs, each call in a transaction of its own. Safe for many threads. */
public final class ScriptActions {

    private final Hooks hooks;
    private final Records records;
    private final Access access;
    private final Clock clock;

    public ScriptActions(Hooks hooks, Records records, Access access, Clock clock) {
        this.hooks = hooks;
        this.records = records;
        this.access = access;
        this.clock = clock;
    }

    /** Those that the caller may call. */
    public List<Action> of(RequestContext context) {
        return hooks.actions(context.model()).stream()
                .filter(action -> access.policy(context).mayCall(action.pack(), action.name()))
                .toList();
    }

    /** Whether a pack has one of this full name. */
    public boolean knows(RequestContext context, String fullName) {
        return hooks.actions(context.model()).stream()
                .anyMatch(action -> action.fullName().equals(fullName));
    }

    /**
     * Calls one.
     *
     * @return what it answers
     * @throws ProblemException when there is none of that name that the caller may call, or it refuses or fails
     */
    public JsonNode call(RequestContext context, String pack, String name, JsonNode input, WriteOptions options) {
        Action action = of(context).stream()
                .filter(one -> one.pack().equals(pack) && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.NOT_FOUND, "", pack + "/actions/" + name, "")));
        return records.transaction(
                options,
                transaction -> hooks.call(
                        new Scene(
                                context, transaction, clock.instant().truncatedTo(ChronoUnit.MICROS), options.dryRun()),
                        action,
                        input));
    }
}
