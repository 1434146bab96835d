package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.ScenarioDefinition;
import io.armature.metadata.definition.ScenarioDefinition.Call;
import io.armature.metadata.definition.ScenarioDefinition.Expectation;
import io.armature.metadata.definition.ScenarioDefinition.Given;
import io.armature.metadata.definition.ScenarioDefinition.JobRun;
import io.armature.metadata.definition.ScenarioDefinition.Participant;
import io.armature.metadata.definition.ScenarioDefinition.Peer;
import io.armature.metadata.definition.ScenarioDefinition.Step;
import io.armature.metadata.definition.ScenarioDefinition.Wait;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code tests/*.yaml}. */
final class ScenarioParser implements DefinitionParser {

    @Override
    public ScenarioDefinition parse(String name, Entries entries) {
        Entries given = entries.inner("given");
        SequencedMap<String, Participant> users = new LinkedHashMap<>();
        given.children("users").forEach((user, rest) -> users.put(user, participant(rest)));
        return new ScenarioDefinition(
                name,
                entries.origin(),
                entries.text("title", name),
                instant(given, "clock"),
                users,
                given.maps("records").stream().map(ScenarioParser::given).toList(),
                given.maps("http").stream().map(ScenarioParser::peer).toList(),
                entries.maps("when").stream().map(ScenarioParser::step).toList(),
                entries.map());
    }

    private static Participant participant(Entries user) {
        return new Participant(
                user.texts("roles"), user.text("email"), user.inner("values").map());
    }

    private static Given given(Entries given) {
        return new Given(
                given.text("entity", ""),
                given.text("as"),
                given.inner("values").map(),
                given.origin());
    }

    private static Peer peer(Entries peer) {
        String call = peer.text("call", "GET ");
        int space = Math.max(call.indexOf(' '), 0);
        Entries answer = peer.inner("answer");
        Optional<Node> json = answer.map().get("json");
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        json.ifPresent(any -> headers.put("content-type", "application/json"));
        headers.putAll(answer.textEntries("headers"));
        return new Peer(
                call.substring(0, space),
                call.substring(space).strip(),
                answer.integer("status", 200),
                headers,
                json.map(node -> NodeJson.of(node).toString()).orElseGet(() -> answer.text("text", "")));
    }

    private static Step step(Entries step) {
        if (step.map().get("clock").isPresent()) {
            return pause(step);
        }
        return step.map().get("job").isPresent() ? job(step) : call(step);
    }

    private static JobRun job(Entries step) {
        return new JobRun(
                step.text("title"),
                step.text("job", ""),
                step.inner("with").map(),
                step.text("as"),
                expected(step.inner("then")),
                step.origin(),
                step.map());
    }

    private static Wait pause(Entries step) {
        Entries clock = step.inner("clock");
        return new Wait(
                step.text("title"),
                clock.duration("advance"),
                instant(clock, "at"),
                expected(step.inner("then")),
                step.origin(),
                step.map());
    }

    private static Call call(Entries step) {
        String call = step.text("call", "GET /");
        int space = call.indexOf(' ');
        return new Call(
                step.text("title"),
                space < 0 ? call : call.substring(0, space),
                space < 0 ? "/" : call.substring(space + 1),
                step.text("by"),
                step.text("as"),
                step.textEntries("headers"),
                step.map().get("body"),
                expected(step.inner("then")),
                step.origin());
    }

    private static Expectation expected(Entries then) {
        return new Expectation(
                then.integer("status", 0),
                then.map().get("body"),
                then.text("problem"),
                then.textEntries("headers"),
                messages(then, "mails"),
                messages(then, "notifications"));
    }

    private static Optional<List<MapNode>> messages(Entries then, String key) {
        return then.map()
                .get(key)
                .filter(ListNode.class::isInstance)
                .map(list -> then.maps(key).stream().map(Entries::map).toList());
    }

    private static Optional<Instant> instant(Entries entries, String key) {
        try {
            return entries.text(key).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException otherShape) {
            return Optional.empty();
        }
    }
}
