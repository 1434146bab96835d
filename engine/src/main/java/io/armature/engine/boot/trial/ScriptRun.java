package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.boot.trial.TrialFailure.Difference;
import io.armature.engine.script.TestScripts;
import io.armature.engine.script.Tool;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.definition.TestScriptDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One test that is a function, in one tenant. Its tools do what steps of scenarios do. */
final class ScriptRun {

    private static final String ADMINISTRATOR = "admin";

    private final TrialBench bench;
    private final TrialTenant tenant;
    private final ScenarioRun prepared;
    private final TrialMails mails;
    private final TrialNotices notices;
    private final TrialJobs jobs;
    private List<Difference> differences = List.of();
    private String answered = "";

    /** @param given what is there before */
    ScriptRun(ScenarioDefinition given, TrialBench bench, TrialTenant tenant) {
        this.bench = bench;
        this.tenant = tenant;
        this.prepared = new ScenarioRun(given, bench, tenant);
        this.mails = new TrialMails(tenant.caller(), ADMINISTRATOR);
        this.notices = new TrialNotices(tenant.caller(), given.users().keySet());
        this.jobs = new TrialJobs(tenant, bench, ADMINISTRATOR);
    }

    /** @throws TrialRefusal when something is not as expected */
    void run(TestScripts scripts, TestScriptDefinition file, String test) {
        prepared.prepare();
        mails.mark();
        notices.mark();
        try {
            scripts.run(file, test, tools(), values());
        } catch (ProblemException failed) {
            Problem problem = failed.problems().getFirst();
            List<Difference> told = differences.isEmpty()
                    ? List.of(new Difference("", "to hold", problem.message(Locale.ENGLISH)))
                    : differences;
            throw new TrialRefusal(new TrialFailure(problem.position(), test, told, answered));
        }
    }

    private Map<String, Tool> tools() {
        Map<String, Tool> tools = new HashMap<>();
        tools.put("call", this::call);
        tools.put("job", this::job);
        tools.put("advance", arguments -> passed(() -> bench.clock().advance(Duration.parse(text(arguments, 0)))));
        tools.put("at", arguments -> passed(() -> bench.clock().set(Instant.parse(text(arguments, 0)))));
        tools.put("mails", arguments -> mails.since());
        tools.put("notifications", arguments -> notices.since());
        tools.put("expect", this::expect);
        return tools;
    }

    /** What is given, by its names, and the users. */
    private Map<String, JsonNode> values() {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        prepared.names().known().forEach(named::set);
        return Map.of("given", named);
    }

    /** {@code t.call('POST /api/shop/order', { by: 'zoe', body: {…}, headers: {…} })}. */
    private JsonNode call(List<JsonNode> arguments) {
        String call = text(arguments, 0);
        int space = call.indexOf(' ');
        if (space < 0) {
            throw refusal("t.call needs method and address, such as 'GET /api/shop/order'");
        }
        JsonNode options = arguments.size() > 1 ? arguments.get(1) : NullNode.instance;
        Map<String, String> headers = options.path("headers").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asText()));
        TrialAnswer answer = tenant.caller()
                .call(
                        options.path("by").asText(ADMINISTRATOR),
                        call.substring(0, space),
                        call.substring(space + 1),
                        headers,
                        Optional.of(options.path("body")).filter(body -> !body.isMissingNode()));
        bench.settle(tenant.name());
        answered = answer.text();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", answer.status());
        json.set("body", answer.body().isMissingNode() ? NullNode.instance : answer.body());
        ObjectNode received = json.putObject("headers");
        answer.headers()
                .map()
                .forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return json;
    }

    /** {@code t.job('nightly', { days: 3 })}: what it returned. */
    private JsonNode job(List<JsonNode> arguments) {
        JsonNode with = argument(arguments, 1);
        JsonNode run = jobs.run(
                prepared.qualified(text(arguments, 0)), with.isObject() ? with : JsonNodeFactory.instance.objectNode());
        if (!TrialJobs.isDone(run)) {
            throw refusal("The job " + text(arguments, 0) + " is " + TrialJobs.failure(run));
        }
        return TrialJobs.returned(run);
    }

    /** {@code t.expect(actual, expected, 'what')}: as steps hold what they expect against what is. */
    private JsonNode expect(List<JsonNode> arguments) {
        String what = arguments.size() > 2 ? text(arguments, 2) : "it";
        Comparison comparison = new Comparison();
        comparison.hold(what, argument(arguments, 1), argument(arguments, 0));
        if (!comparison.differences().isEmpty()) {
            differences = comparison.differences();
            throw refusal("not as expected");
        }
        return NullNode.instance;
    }

    private JsonNode passed(Runnable time) {
        try {
            time.run();
        } catch (DateTimeException none) {
            throw refusal(String.valueOf(none.getMessage()));
        }
        bench.settle(tenant.name());
        return NullNode.instance;
    }

    private static JsonNode argument(List<JsonNode> arguments, int place) {
        return arguments.size() > place ? arguments.get(place) : NullNode.instance;
    }

    private static String text(List<JsonNode> arguments, int place) {
        return argument(arguments, place).asText("");
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(Problem.inValue(ProblemCode.SCRIPT_REFUSED, "", why));
    }
}
