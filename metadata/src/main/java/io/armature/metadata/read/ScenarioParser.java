package io.armature.metadata.read;

import io.armature.metadata.definition.ScenarioDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** {@code tests/*.yaml}. */
final class ScenarioParser implements DefinitionParser {

    @Override
    public ScenarioDefinition parse(String name, Entries entries) {
        Entries given = entries.inner("given");
        SequencedMap<String, List<String>> users = new LinkedHashMap<>();
        given.children("users").forEach((user, rest) -> users.put(user, rest.texts("roles")));
        return new ScenarioDefinition(
                name,
                entries.origin(),
                entries.text("title", name),
                users,
                given.maps("records").stream().map(ScenarioParser::given).toList(),
                entries.maps("when").stream().map(ScenarioParser::step).toList(),
                entries.map());
    }

    private static ScenarioDefinition.Given given(Entries given) {
        return new ScenarioDefinition.Given(
                given.text("entity", ""),
                given.text("as"),
                given.inner("values").map(),
                given.origin());
    }

    private static ScenarioDefinition.Step step(Entries step) {
        String call = step.text("call", "GET /");
        int space = call.indexOf(' ');
        return new ScenarioDefinition.Step(
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

    private static ScenarioDefinition.Expectation expected(Entries then) {
        return new ScenarioDefinition.Expectation(
                then.integer("status", 0), then.map().get("body"), then.text("problem"), then.textEntries("headers"));
    }
}
