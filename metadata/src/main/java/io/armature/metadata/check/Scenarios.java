package io.armature.metadata.check;

import io.armature.metadata.definition.ScenarioDefinition;

/** What tests are given exists. */
final class Scenarios implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(ScenarioDefinition.class, scenario -> {
            scenario.users()
                    .values()
                    .forEach(
                            roles -> scene.roles(roles, scenario.origin(), Scene.at(scenario, "given"), "given.users"));
            scenario.given()
                    .forEach(given -> scene.entity(
                                    given.entity(),
                                    scenario.origin(),
                                    given.origin().position(),
                                    "given.records.entity")
                            .ifPresent(entity -> given.values()
                                    .entries()
                                    .forEach((name, value) -> scene.field(
                                            entity,
                                            name,
                                            given.values().keyPosition(name),
                                            "given.records.values." + name))));
            for (ScenarioDefinition.Step step : scenario.steps()) {
                step.by()
                        .filter(user -> !scenario.users().containsKey(user))
                        .ifPresent(user -> scene.unknown(
                                "user",
                                user,
                                scenario.users().keySet(),
                                step.origin().position(),
                                "when.by"));
            }
        });
    }
}
