package io.armature.metadata.check;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.definition.ScenarioDefinition.Call;
import io.armature.metadata.definition.ScenarioDefinition.Given;
import io.armature.metadata.definition.ScenarioDefinition.JobRun;
import io.armature.metadata.definition.ScenarioDefinition.Step;
import io.armature.metadata.definition.ScenarioDefinition.Wait;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What tests are given exists, and what their steps name was named before. */
final class Scenarios implements Check {

    private static final Pattern NAMED = Pattern.compile("\\{([a-z][a-z0-9_]*)(\\.[A-Za-z0-9_$]+)+}");
    private static final String USER = "user";
    private static final String NOBODY = "nobody";
    private static final List<String> NOT_WITH_CLOCK = List.of("call", "body", "by", "as", "headers", "job", "with");
    private static final List<String> NOT_WITH_JOB = List.of("call", "body", "by", "headers");

    @Override
    public void check(Scene scene) {
        scene.each(ScenarioDefinition.class, scenario -> {
            Set<String> names = new TreeSet<>(scenario.users().keySet());
            users(scene, scenario);
            for (Given given : scenario.given()) {
                given(scene, scenario, given);
                named(scene, given.values(), names, "given.records.values");
                given.as().ifPresent(names::add);
            }
            for (Step step : scenario.steps()) {
                switch (step) {
                    case Call call -> call(scene, scenario, call, names);
                    case Wait pause -> pause(scene, pause);
                    case JobRun job -> job(scene, scenario, job, names);
                }
                step.expected().body().ifPresent(body -> named(scene, body, names, "when.then.body"));
                step.expected().notifications().ifPresent(told -> told.forEach(one -> told(scene, scenario, one)));
            }
        });
    }

    private static void users(Scene scene, ScenarioDefinition scenario) {
        Position place = Scene.at(scenario, "given");
        scenario.users().values().forEach(user -> {
            scene.roles(user.roles(), scenario.origin(), place, "given.users");
            scene.model()
                    .entity(scene.model().userEntity())
                    .ifPresent(entity -> user.values()
                            .entries()
                            .keySet()
                            .forEach(name -> scene.field(
                                    entity, name, user.values().keyPosition(name), "given.users.values." + name)));
        });
    }

    private static void given(Scene scene, ScenarioDefinition scenario, Given given) {
        scene.entity(given.entity(), scenario.origin(), given.origin().position(), "given.records.entity")
                .ifPresent(entity -> given.values()
                        .entries()
                        .forEach((name, value) -> scene.field(
                                entity, name, given.values().keyPosition(name), "given.records.values." + name)));
    }

    private static void call(Scene scene, ScenarioDefinition scenario, Call call, Set<String> names) {
        Position place = call.origin().position();
        call.by()
                .filter(user -> !user.equals(NOBODY) && !scenario.users().containsKey(user))
                .ifPresent(user -> scene.unknown(USER, user, scenario.users().keySet(), place, "when.by"));
        named(scene, call.address(), names, place, "when.call");
        call.body().ifPresent(body -> named(scene, body, names, "when.body"));
        call.as().ifPresent(names::add);
    }

    private static void told(Scene scene, ScenarioDefinition scenario, MapNode notification) {
        notification
                .get(USER)
                .filter(node ->
                        node instanceof TextNode text && !scenario.users().containsKey(text.value()))
                .ifPresent(node -> scene.unknown(
                        USER,
                        ((TextNode) node).value(),
                        scenario.users().keySet(),
                        node.position(),
                        "when.then.notifications.user"));
    }

    private static void pause(Scene scene, Wait pause) {
        exclude(scene, pause.source(), NOT_WITH_CLOCK, "clock");
        if (pause.advance().isPresent() && pause.at().isPresent()) {
            exclude(scene, pause.source(), "clock", "at");
        }
    }

    private static void job(Scene scene, ScenarioDefinition scenario, JobRun job, Set<String> names) {
        scene.definition(Kind.JOB, job.job(), scenario.origin(), Scene.at(job.source(), "job"), "when.job");
        exclude(scene, job.source(), NOT_WITH_JOB, "job");
        named(scene, job.with(), names, "when.with");
        job.as().ifPresent(names::add);
    }

    private static void exclude(Scene scene, MapNode step, List<String> keys, String other) {
        keys.stream().filter(key -> step.get(key).isPresent()).forEach(key -> exclude(scene, step, key, other));
    }

    private static void exclude(Scene scene, MapNode step, String first, String second) {
        scene.add(Problem.error(ProblemCode.EXCLUDE_EACH_OTHER, step.keyPosition(first), second, first, second));
    }

    private static void named(Scene scene, Node node, Set<String> names, String path) {
        switch (node) {
            case TextNode text -> named(scene, text.value(), names, text.position(), path);
            case ListNode list -> list.items().forEach(item -> named(scene, item, names, path));
            case MapNode map -> map.entries().values().forEach(value -> named(scene, value, names, path));
            case Node.NumberNode _, Node.FlagNode _, Node.NullNode _ -> {}
        }
    }

    private static void named(Scene scene, String text, Set<String> names, Position place, String path) {
        NAMED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !names.contains(name))
                .forEach(name -> scene.unknown("name", name, names, place, path));
    }
}
