package io.armature.metadata.check;

import io.armature.metadata.model.Constraint;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables have no more columns, and indexes no more keys, than PostgreSQL has room for. */
final class TableLimits implements Check {

    /** PostgreSQL has 1,600; those that upgrades retire count too. */
    private static final int COLUMNS = 1_500;

    private static final int KEYS = 32;

    @Override
    public void check(Scene scene) {
        Set<String> packs =
                scene.packs().stream().map(pack -> pack.manifest().name()).collect(Collectors.toSet());
        for (Entity entity : scene.model().entities().values()) {
            if (entity.stored() && packs.contains(entity.origin().pack())) {
                check(scene, entity);
            }
        }
    }

    private static void check(Scene scene, Entity entity) {
        Position place = entity.origin().position();
        int columns = entity.ownFields().stream()
                .map(Field::columns)
                .mapToInt(List::size)
                .sum();
        if (columns > COLUMNS) {
            scene.add(Problem.error(
                    ProblemCode.TABLE_TOO_WIDE,
                    place,
                    "fields",
                    entity.fullName(),
                    String.valueOf(columns),
                    String.valueOf(COLUMNS)));
        }
        entity.indexes().forEach(fields -> keys(scene, entity, fields, place, "indexes"));
        keys(scene, entity, entity.key(), place, "key");
        for (Constraint constraint : entity.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                keys(scene, entity, unique.fields(), unique.origin().position(), "constraints");
            }
        }
    }

    private static void keys(Scene scene, Entity entity, List<String> fields, Position place, String path) {
        int keys = fields.stream()
                .map(name -> name.startsWith("-") ? name.substring(1) : name)
                .flatMap(name -> entity.field(name).stream())
                .map(Field::columns)
                .mapToInt(List::size)
                .sum();
        if (keys > KEYS) {
            scene.add(
                    Problem.error(ProblemCode.INDEX_TOO_WIDE, place, path, String.valueOf(keys), String.valueOf(KEYS)));
        }
    }
}
