package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.ViewChange;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.definition.ViewKind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The fields that extensions add to views exist. */
final class ExtensionViews implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(
                ExtensionDefinition.class,
                extension -> scene.model()
                        .entity(extension.extended())
                        .ifPresent(entity -> extension.views().forEach((view, changes) -> {
                            checkView(scene, extension, entity, view);
                            changes.stream()
                                    .filter(change -> change.operation() == ViewChange.Operation.ADD)
                                    .forEach(change -> scene.field(
                                            entity,
                                            change.target(),
                                            change.origin().position(),
                                            "views." + view));
                        })));
    }

    /** A kind of view, which every entity has, or the name of one. */
    private static void checkView(Scene scene, ExtensionDefinition extension, Entity entity, String view) {
        Set<String> known = new TreeSet<>(
                Arrays.stream(ViewKind.values()).map(ViewKind::word).toList());
        for (Definition definition : scene.model().definitions(Kind.VIEW).values()) {
            if (definition instanceof ViewDefinition found
                    && Scene.qualify(found.entity(), found.origin()).equals(entity.fullName())) {
                known.add(found.name());
            }
        }
        if (!known.contains(view)) {
            Position place = extension.source().get("views").orElse(extension.source()) instanceof MapNode views
                    ? views.keyPosition(view)
                    : extension.origin().position();
            scene.unknown("view", view, known, place, "views." + view);
        }
    }
}
