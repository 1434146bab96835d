package io.armature.metadata.check;

import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Records that packs bring are of known entities and fields, and can be found again. */
final class Data implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(
                DataDefinition.class,
                data -> scene.entity(data.entity(), data.origin(), data.origin().position(), "")
                        .ifPresent(entity -> check(scene, data, entity)));
    }

    private static void check(Scene scene, DataDefinition data, Entity entity) {
        Set<String> told = new HashSet<>();
        boolean findable = !entity.key().isEmpty();
        for (DataDefinition.Row row : data.rows()) {
            row.values().forEach((key, value) -> {
                String name = key.indexOf('@') < 0 ? key : key.substring(0, key.indexOf('@'));
                if (told.add(key)) {
                    value(scene, entity, name, value);
                }
            });
            if (!findable && !row.values().containsKey(SystemFields.EXTERNAL_ID) && told.add("")) {
                scene.add(
                        Problem.error(ProblemCode.ROWS_WITHOUT_KEY, row.origin().position(), "", entity.fullName()));
            }
        }
    }

    /** The field exists, and what finds the record it leads to is a field of that record. */
    private static void value(Scene scene, Entity entity, String name, Node value) {
        Optional<Member> member = scene.field(entity, name, value.position(), name);
        Optional<Entity> target = member.map(Member::type).flatMap(type -> switch (type) {
            case Reference reference -> scene.model().entity(reference.entity());
            case Rows rows -> scene.model().entity(rows.entity());
            case Scalar _, ValueType.AnyReference _, ValueType.ListOf _ -> Optional.empty();
        });
        if (target.isPresent() && value instanceof MapNode finder) {
            finder.entries()
                    .forEach((key, found) -> scene.field(target.get(), key, found.position(), name + "." + key));
        }
    }
}
