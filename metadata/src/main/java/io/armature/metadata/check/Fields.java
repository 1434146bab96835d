package io.armature.metadata.check;

import io.armature.metadata.definition.Node;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Position;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through the fields that packs define or change, as they are once everything is merged. */
final class Fields {

    private Fields() {}

    /** What a rule is told of a field. */
    interface Rule {
        void check(Scene scene, Field field, String path);
    }

    /** All fields that the checked packs define, and those in which they set a property. */
    static void each(Scene scene, Rule rule) {
        Set<String> packs =
                scene.packs().stream().map(pack -> pack.manifest().name()).collect(Collectors.toSet());
        for (Entity entity : scene.model().entities().values()) {
            for (Field field : entity.ownFields()) {
                boolean touched = packs.contains(field.origin().pack())
                        || field.definition().origins().values().stream()
                                .anyMatch(origin -> packs.contains(origin.pack()));
                if (!field.system() && touched) {
                    rule.check(scene, field, "fields." + field.name());
                }
            }
        }
    }

    /** Where a property of a field is written, or the field. */
    static Position at(Field field, String property) {
        return field.definition()
                .property(property)
                .map(Node::position)
                .orElse(field.origin().position());
    }
}
