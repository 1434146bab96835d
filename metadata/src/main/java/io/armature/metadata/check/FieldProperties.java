package io.armature.metadata.check;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Properties fit the type of their field and each other. */
final class FieldProperties implements Check {

    private static final Set<String> TRANSLATABLE = Set.of("text", "longText", "markdown", "html");
    private static final List<String> OF_COLUMNS = List.of("unique", "index", "setOnce");

    @Override
    public void check(Scene scene) {
        Fields.each(scene, FieldProperties::check);
        Fields.each(scene, FieldProperties::formerNames);
    }

    private static void check(Scene scene, Field field, String path) {
        FieldDefinition definition = field.definition();
        String type = field.type().name();
        if (field.translated() && !TRANSLATABLE.contains(type)) {
            notForType(scene, field, "translated", path);
        }
        boolean noColumn = field.type().columns(definition).isEmpty() || (field.computed() && !field.stored());
        for (String property : OF_COLUMNS) {
            if (noColumn && definition.flag(property)) {
                notForType(scene, field, property, path);
            }
        }
        exclude(scene, field, "formula", "default", path);
        exclude(scene, field, "formula", "copy", path);
        exclude(scene, field, "formula", "required", path);
        if (definition.flag("stored") && definition.property("formula").isEmpty()) {
            notForType(scene, field, "stored", path);
        }
    }

    private static void exclude(Scene scene, Field field, String first, String second, String path) {
        if (field.definition().property(first).isPresent()
                && field.definition().property(second).isPresent()) {
            scene.add(Problem.error(
                    ProblemCode.EXCLUDE_EACH_OTHER, Fields.at(field, second), path + "." + second, first, second));
        }
    }

    private static void notForType(Scene scene, Field field, String property, String path) {
        scene.add(Problem.error(
                ProblemCode.NOT_FOR_THIS_TYPE,
                Fields.at(field, property),
                path + "." + property,
                property,
                field.type().name()));
    }

    private static void formerNames(Scene scene, Field field, String path) {
        Optional<Entity> entity = scene.model().entity(field.level());
        for (String former : field.definition().texts("renamedFrom")) {
            if (entity.isPresent() && entity.get().fields().containsKey(former)) {
                scene.add(Problem.error(
                        ProblemCode.FORMER_NAME_IN_USE,
                        Fields.at(field, "renamedFrom"),
                        path + ".renamedFrom",
                        former));
            }
        }
    }
}
