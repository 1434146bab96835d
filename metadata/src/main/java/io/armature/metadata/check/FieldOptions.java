package io.armature.metadata.check;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Origin;

/** The shared lists that fields name exist. */
final class FieldOptions implements Check {

    private static final String OPTIONS = "options";

    @Override
    public void check(Scene scene) {
        Fields.each(
                scene,
                (all, field, path) -> field.definition().text(OPTIONS).ifPresent(name -> {
                    Origin origin = field.definition().origins().getOrDefault(OPTIONS, field.origin());
                    all.definition(Kind.CHOICES, name, origin, Fields.at(field, OPTIONS), path + "." + OPTIONS);
                }));
    }
}
