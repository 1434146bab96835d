package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.definition.ScenarioDefinition.Call;
import io.armature.metadata.definition.ScenarioDefinition.Expectation;
import io.armature.metadata.definition.ScenarioDefinition.Given;
import io.armature.metadata.definition.ScenarioDefinition.JobRun;
import io.armature.metadata.definition.ScenarioDefinition.Participant;
import io.armature.metadata.definition.ScenarioDefinition.Step;
import io.armature.metadata.definition.ScenarioDefinition.Wait;
import io.armature.metadata.problem.Position;
import io.armature.metadata.read.NodeJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One scenario in one tenant, from what is given to the last step. */
final class ScenarioRun {

    private static final String ADMINISTRATOR = "admin";

    private final ScenarioDefinition scenario;
    private final TrialBench bench;
    private final TrialTenant tenant;
    private final TrialNames names = new TrialNames();
    private final TrialMails mails;
    private final TrialNotices notices;
    private final TrialJobs jobs;

    ScenarioRun(ScenarioDefinition scenario, TrialBench bench, TrialTenant tenant) {
        this.scenario = scenario;
        this.bench = bench;
        this.tenant = tenant;
        this.mails = new TrialMails(tenant.caller(), ADMINISTRATOR);
        this.notices = new TrialNotices(tenant.caller(), scenario.users().keySet());
        this.jobs = new TrialJobs(tenant, bench, ADMINISTRATOR);
    }

    /** @throws TrialRefusal when something is not as expected */
    void run() {
        prepare();
        scenario.steps().forEach(this::step);
    }

    /** Makes what is given. */
    void prepare() {
        tenant.caller().admit(ADMINISTRATOR, ADMINISTRATOR);
        scenario.users().forEach(this::user);
        bench.peers().declare(tenant.name(), scenario.peers());
        scenario.clock().ifPresent(bench.clock()::set);
        bench.begin(tenant.name());
        scenario.given().forEach(this::given);
        bench.settle(tenant.name());
    }

    /** What has been named so far. */
    TrialNames names() {
        return names;
    }

    private void user(String name, Participant user) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("username", name)
                .put("name", name)
                .put("email", user.email().orElse(name + "@test.example"))
                .put("password", tenant.password());
        user.roles().forEach(role -> order.withArray("roles").add(qualified(role)));
        if (NodeJson.of(user.values()) instanceof ObjectNode values) {
            order.setAll(values);
        }
        JsonNode made =
                make("given.users." + name, "sys.user", order, scenario.origin().position());
        tenant.caller().admit(ADMINISTRATOR, name);
        names.put(name, made);
    }

    private void given(Given given) {
        JsonNode made = make(
                "given " + given.entity(),
                given.entity(),
                names.json(given.values()),
                given.origin().position());
        given.as().ifPresent(name -> names.put(name, made));
    }

    private JsonNode make(String step, String entity, JsonNode values, Position place) {
        TrialAnswer answer = tenant.caller()
                .call(
                        ADMINISTRATOR,
                        "POST",
                        "/api/" + qualified(entity).replace('.', '/'),
                        Map.of(),
                        Optional.of(values));
        if (!answer.isSuccess()) {
            throw TrialRefusal.of(place, step, "201", answer);
        }
        return answer.body();
    }

    private void step(Step step) {
        step.expected().mails().ifPresent(expected -> mails.mark());
        step.expected().notifications().ifPresent(expected -> notices.mark());
        Comparison comparison = new Comparison();
        String answer = switch (step) {
            case Call call -> call(call, comparison);
            case Wait pause -> pause(pause);
            case JobRun job -> job(job, comparison);
        };
        bench.settle(tenant.name());
        step.expected().mails().ifPresent(expected -> mails.compare(expected, names, comparison));
        step.expected().notifications().ifPresent(expected -> notices.compare(expected, names, comparison));
        if (!comparison.differences().isEmpty()) {
            throw new TrialRefusal(
                    new TrialFailure(step.origin().position(), described(step), comparison.differences(), answer));
        }
    }

    private String call(Call call, Comparison comparison) {
        Map<String, String> headers = new LinkedHashMap<>();
        call.headers().forEach((name, value) -> headers.put(name, names.text(value)));
        TrialAnswer answer = tenant.caller()
                .call(
                        call.by().orElse(ADMINISTRATOR),
                        call.method(),
                        names.text(call.address()),
                        headers,
                        call.body().map(names::json));
        compare(call.expected(), answer, comparison);
        call.as().ifPresent(name -> names.put(name, answer.body()));
        return answer.text();
    }

    private void compare(Expectation expected, TrialAnswer answer, Comparison comparison) {
        if (expected.status() != 0 && expected.status() != answer.status()) {
            comparison.note("status", String.valueOf(expected.status()), String.valueOf(answer.status()));
        }
        expected.problem().ifPresent(code -> {
            String actual = answer.body().path("code").asText("no problem");
            if (!actual.equals(code)) {
                comparison.note("problem", code, actual);
            }
        });
        expected.headers().forEach((name, value) -> {
            String wanted = names.text(value);
            String actual = answer.headers().firstValue(name).orElse("nothing");
            if (!actual.equals(wanted)) {
                comparison.note("headers." + name, wanted, actual);
            }
        });
        expected.body().ifPresent(body -> comparison.hold("body", names.json(body), answer.body()));
    }

    private String job(JobRun job, Comparison comparison) {
        JsonNode run = jobs.run(qualified(job.job()), names.json(job.with()));
        JsonNode returned = TrialJobs.returned(run);
        if (!TrialJobs.isDone(run)) {
            comparison.note("job", "to be done", TrialJobs.failure(run));
        }
        job.expected().body().ifPresent(body -> comparison.hold("body", names.json(body), returned));
        job.as().ifPresent(name -> names.put(name, returned));
        return returned.toString();
    }

    private String pause(Wait pause) {
        pause.advance().ifPresent(bench.clock()::advance);
        pause.at().ifPresent(bench.clock()::set);
        return "";
    }

    private String described(Step step) {
        int number = scenario.steps().indexOf(step) + 1;
        String done = switch (step) {
            case JobRun job -> "job " + job.job();
            case Call call -> call.method() + " " + call.address();
            case Wait pause ->
                "clock "
                        + pause.advance()
                                .map(time -> "advance " + time)
                                .orElseGet(() -> "at " + pause.at().orElseThrow());
        };
        return "step " + number + step.title().map(title -> " (" + title + ")").orElse("") + ": " + done;
    }

    /** With its pack. */
    String qualified(String name) {
        return scenario.origin().fullName(name);
    }
}
