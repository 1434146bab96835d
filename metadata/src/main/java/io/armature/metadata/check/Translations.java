package io.armature.metadata.check;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.TranslationDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.type.Options;
import java.util.Set;

/** The places that translations name exist. */
final class Translations implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(TranslationDefinition.class, translation -> {
            if (translation.source().get("entities").orElse(null) instanceof MapNode entities) {
                entities.entries()
                        .forEach((name, place) -> scene.entity(
                                        name, translation.origin(), entities.keyPosition(name), "entities." + name)
                                .ifPresent(entity -> fields(scene, entity, place)));
            }
        });
    }

    private static void fields(Scene scene, Entity entity, Node place) {
        if (place instanceof MapNode texts && texts.get("fields").orElse(null) instanceof MapNode fields) {
            fields.entries().forEach((name, field) -> {
                String path = "entities." + entity.name().entity() + ".fields." + name;
                if (scene.field(entity, name, fields.keyPosition(name), path).isPresent()) {
                    options(scene, entity, name, field, path);
                }
            });
        }
    }

    private static void options(Scene scene, Entity entity, String name, Node field, String path) {
        Set<String> known = entity.field(name)
                .map(found -> Options.of(found.definition()).keys())
                .orElse(Set.of());
        if (!known.isEmpty()
                && field instanceof MapNode texts
                && texts.get("options").orElse(null) instanceof MapNode options) {
            for (String key : options.entries().keySet()) {
                if (!known.contains(key)) {
                    scene.unknown("option", key, known, options.keyPosition(key), path + ".options." + key);
                }
            }
        }
    }
}
