package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.User;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import java.util.Locale;
import java.util.Map;

/** All that a call which failed went by, as JSON: enough to run it again elsewhere, and without secrets. */
final class Recording {

    /** Stands for a tool that was lent. */
    static final String TOOL = "(a function)";

    /** Counts the forms that recordings have had. */
    static final int FORM = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Recording() {}

    static ObjectNode of(Call call, Scene scene, ProblemException failure) {
        Secrets secrets = new Secrets(scene.context().model());
        ObjectNode json = new JsonNodeFactory(true).objectNode();
        json.put("form", FORM)
                .put("pack", call.pack())
                .put("file", call.definition().name())
                .put("point", call.point().toString())
                .put("kind", call.point().kind().name())
                .put("name", call.point().name())
                .put("tenant", scene.context().tenant().name())
                .put("now", scene.now().toString())
                .put("seed", Long.toString(call.seed()))
                .put("dryRun", scene.dryRun());
        caller(json.putObject("user"), scene.context());
        scene.writing().forEach(id -> json.withArray("writing").add(id.toString()));
        ObjectNode more = json.putObject("more");
        scene.more().forEach((name, value) -> more(more, name, value, secrets));
        switch (call.given()) {
            case RecordProxy record -> record.write(json.putObject("record"), secrets);
            case JsonNode given -> json.set("input", secrets.without(given));
            default -> json.putNull("input");
        }
        call.before().ifPresent(record -> record.write(json.putObject("before"), secrets));
        ((RecordingTape) call.tape()).write(json.putObject("tape"), secrets);
        json.set("failure", failure(failure));
        return json;
    }

    /** What came of a call: code, message and place. */
    static ObjectNode failure(ProblemException failure) {
        Problem problem = failure.problems().getFirst();
        Position position = problem.position();
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code().id())
                .put("message", problem.message(Locale.ENGLISH))
                .put("file", position.file())
                .put("line", position.line())
                .put("column", position.column());
    }

    private static void caller(ObjectNode json, RequestContext context) {
        User user = context.user();
        json.put("id", user.id().toString())
                .put("username", user.username())
                .put("name", user.name())
                .put("zone", user.zone().getId())
                .put("locale", context.locale().toLanguageTag());
        user.company().ifPresent(company -> json.put("company", company.toString()));
        ArrayNode roles = json.putArray("roles");
        user.roles().forEach(roles::add);
        ArrayNode groups = json.putArray("groups");
        user.groups().forEach(groups::add);
        ArrayNode teams = json.putArray("teams");
        user.teams().forEach(team -> teams.add(team.toString()));
    }

    private static void more(ObjectNode json, String name, Object value, Secrets secrets) {
        switch (value) {
            case Tool _ -> json.put(name, TOOL);
            case Map<?, ?> members -> {
                ObjectNode inner = json.putObject(name);
                members.forEach((key, member) -> more(inner, String.valueOf(key), member, secrets));
            }
            default -> json.set(name, secrets.without(MAPPER.valueToTree(value)));
        }
    }
}
