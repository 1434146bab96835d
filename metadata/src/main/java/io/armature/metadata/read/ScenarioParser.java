package io.armature.metadata.read;

import io.armature.metadata.definition.ScenarioDefinition;
import java.util.List;

/** {@code tests/*.yaml}. */
final class ScenarioParser implements DefinitionParser {

    @Override
    public ScenarioDefinition parse(String name, Entries entries) {
        return new ScenarioDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                List.copyOf(entries.entries("users").keySet()),
                entries.items("given"),
                entries.maps("steps").stream().map(ScenarioParser::step).toList(),
                entries.map());
    }

    private static ScenarioDefinition.Step step(Entries step) {
        return new ScenarioDefinition.Step(
                step.text("title"), step.inner("when").map(), step.inner("then").map(), step.origin());
    }
}
