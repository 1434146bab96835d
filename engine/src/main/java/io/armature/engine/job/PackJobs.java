package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.identity.User;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.Point;
import io.armature.engine.script.Scene;
import io.armature.engine.script.Tool;
import io.armature.metadata.definition.Node;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.NodeJson;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Does what jobs of packs say, in the engine's own name: a function of their hooks, or one of the engine's actions. */
public final class PackJobs {

    private static final int WHOLE = 100;

    private final Database database;
    private final CurrentModels models;
    private final Hooks hooks;
    private final Map<String, JobAction> actions;
    private final Clock clock;

    /** @param actions each with another name */
    public PackJobs(Database database, CurrentModels models, Hooks hooks, Collection<JobAction> actions, Clock clock) {
        this.database = database;
        this.models = models;
        this.hooks = hooks;
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(JobAction::name, Function.identity()));
        this.clock = clock;
    }

    void run(PackJob job, RunCall call) {
        RequestContext context = new RequestContext(
                call.tenant(), models.of(call.tenant()), User.SYSTEM, Locale.ENGLISH, "run-" + call.id());
        ObjectNode with = with(job, call);
        Optional<String> hook = job.definition().hook();
        if (hook.isPresent()) {
            hook(context, job, hook.get(), with, call);
        } else {
            action(job.definition().action().orElse("")).run(context, job.pack(), with, call);
        }
    }

    /** All that the function does and that it is done is kept in one transaction. */
    private void hook(RequestContext context, PackJob job, String hook, ObjectNode with, RunCall call) {
        database.transaction(transaction -> {
            Scene scene =
                    new Scene(context, transaction, clock.instant(), false).with(Map.of("progress", progress(call)));
            JsonNode result = hooks.call(scene, job.pack(), Point.job(hook), with);
            if (!result.isNull() && !result.isMissingNode()) {
                call.say(result.toString());
            }
            call.doneWith(transaction);
            return result;
        });
    }

    /** {@code ctx.progress(40)}: how far it is, in percent, and what it is at, for whoever looks at the run. */
    private static Tool progress(RunCall call) {
        return given -> {
            JsonNode percent = given.isEmpty() ? NullNode.instance : given.getFirst();
            if (!percent.isNumber()) {
                throw new ProblemException(Problem.inValue(
                        ProblemCode.INVALID_VALUE, "ctx.progress", "a number from 0 to 100", "ctx.progress(40)"));
            }
            call.progress(Math.clamp(percent.asLong(), 0, WHOLE));
            return NullNode.instance;
        };
    }

    private JobAction action(String name) {
        return Optional.ofNullable(actions.get(name))
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.JOB_ACTION, "action", name, String.join(", ", new TreeMap<>(actions).keySet()))));
    }

    /** What the job says, and what whoever started it by hand said beyond. */
    private static ObjectNode with(PackJob job, RunCall call) {
        ObjectNode with = NodeJson.of(Node.MapNode.of(job.definition().with())) instanceof ObjectNode said
                ? said
                : JsonNodeFactory.instance.objectNode();
        call.payload().properties().forEach(more -> with.set(more.getKey(), more.getValue()));
        return with;
    }
}
