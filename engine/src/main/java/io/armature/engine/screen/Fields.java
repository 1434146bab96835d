package io.armature.engine.screen;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.Optional;
import java.util.Set;

/** Finds the fields that views name. */
final class Fields {

    private Fields() {}

    /** The field at the end of a path over links, such as {@code country.name}. */
    static Optional<Field> at(Model model, Entity entity, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return entity.field(path);
        }
        return entity.field(path.substring(0, dot))
                .flatMap(link -> target(model, link))
                .flatMap(target -> at(model, target, path.substring(dot + 1)));
    }

    /** The entity that a field leads to. */
    static Optional<Entity> target(Model model, Field field) {
        return field.relation().map(Relation::target).flatMap(model::entity);
    }

    /** Written, never read. */
    static boolean isSecret(Field field) {
        return Set.of("password", "secret").contains(field.type().name());
    }
}
