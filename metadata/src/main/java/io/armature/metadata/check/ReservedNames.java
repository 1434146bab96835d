package io.armature.metadata.check;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.FixedPaths;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.read.PackSource;
import java.util.Map;
import java.util.Set;

/** Names that the engine needs itself: fixed addresses, system columns. */
final class ReservedNames implements Check {

    /** The engine's own pack, which only the engine may bring. */
    private static final String ENGINE = "sys";

    private static final Set<String> ENTITIES = Set.of("actions");

    @Override
    public void check(Scene scene) {
        for (PackSource pack : scene.packs()) {
            String name = pack.manifest().name();
            if (FixedPaths.ALL.contains(name)) {
                reserved(scene, name, Scene.at(pack.manifest(), "pack"), "pack");
            }
        }
        scene.each(EntityDefinition.class, entity -> {
            if (ENTITIES.contains(entity.name())) {
                reserved(scene, entity.name(), entity.origin().position(), "");
            }
            if (!entity.origin().pack().equals(ENGINE)) {
                fields(scene, entity.fields());
            }
        });
        scene.each(ExtensionDefinition.class, extension -> fields(scene, extension.fields()));
    }

    private static void fields(Scene scene, Map<String, FieldDefinition> fields) {
        fields.forEach((name, field) -> {
            if (SystemFields.ALL.contains(name)) {
                reserved(scene, name, field.origin().position(), "fields." + name);
            }
        });
    }

    private static void reserved(Scene scene, String name, Position place, String path) {
        scene.add(Problem.error(ProblemCode.RESERVED_NAME, place, path, name, name + "_1"));
    }
}
