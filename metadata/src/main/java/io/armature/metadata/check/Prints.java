package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.PrintDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.PackSource;
import io.armature.metadata.type.ValueType.Scalar;

/** What prints name exists, their HTML too. */
final class Prints implements Check {

    @Override
    public void check(Scene scene) {
        for (PackSource pack : scene.packs()) {
            for (Definition definition : pack.definitions()) {
                if (definition instanceof PrintDefinition print) {
                    check(scene, pack, print);
                }
            }
        }
    }

    private static void check(Scene scene, PackSource pack, PrintDefinition print) {
        scene.roles(print.roles(), print.origin(), Scene.at(print, "roles"), "roles");
        if (!pack.files().containsKey("prints/" + print.template())) {
            scene.add(Problem.error(
                    ProblemCode.MISSING_FILE,
                    Scene.at(print, "template"),
                    "template",
                    "prints/" + print.template(),
                    Suggestion.question(
                            "prints/" + print.template(), pack.files().keySet())));
        }
        scene.entity(print.entity(), print.origin(), Scene.at(print, "entity"), "entity")
                .ifPresent(entity -> {
                    print.when().ifPresent(when -> scene.condition(when, entity, Scene.at(print, "when"), "when"));
                    print.fileName()
                            .ifPresent(name -> scene.expression(
                                    name, entity, Scalar.TEXT, Scene.at(print, "fileName"), "fileName"));
                });
    }
}
