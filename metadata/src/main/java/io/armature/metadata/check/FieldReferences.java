package io.armature.metadata.check;

import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Reference;
import java.util.Optional;

/** What fields refer to beyond the entities they link to: paths to copy, currencies, links back, filters. */
final class FieldReferences implements Check {

    @Override
    public void check(Scene scene) {
        Fields.each(scene, FieldReferences::check);
    }

    private static void check(Scene scene, Field field, String path) {
        FieldDefinition definition = field.definition();
        Optional<Entity> owner = scene.model().entity(field.level());
        owner.ifPresent(entity -> {
            definition
                    .text("currency")
                    .ifPresent(name -> scene.field(entity, name, Fields.at(field, "currency"), path + ".currency"));
            definition.map("copy").flatMap(copy -> copy.get("from")).ifPresent(from -> {
                if (from instanceof TextNode text) {
                    scene.field(entity, text.value(), text.position(), path + ".copy.from");
                }
            });
        });
        owner.filter(Entity::stored).ifPresent(entity -> virtual(scene, field, path));
        if (field.type().name().equals("lines")) {
            definition
                    .text("of")
                    .flatMap(scene.model()::entity)
                    .ifPresent(child -> linkBack(scene, field, child, path));
        }
        if (field.type().name().equals("linkAny")) {
            definition
                    .texts("to")
                    .forEach(name -> scene.entity(name, field.origin(), Fields.at(field, "to"), path + ".to"));
        }
    }

    /** What has no table cannot be linked to: there is nothing to join. */
    private static void virtual(Scene scene, Field field, String path) {
        String property = field.definition().property("of").isPresent() ? "of" : "to";
        field.relation()
                .map(Relation::target)
                .flatMap(scene.model()::entity)
                .filter(target -> target.shape() == Shape.VIRTUAL)
                .ifPresent(target -> scene.add(Problem.error(
                        ProblemCode.LINK_TO_VIRTUAL,
                        Fields.at(field, property),
                        path + "." + property,
                        target.fullName())));
    }

    /** The line's field that links back is a link to the owner. */
    private static void linkBack(Scene scene, Field lines, Entity child, String path) {
        String by = lines.definition().text("by").orElse("");
        Optional<Field> back = child.field(by);
        if (by.isEmpty() || by.startsWith("_")) {
            return;
        }
        if (back.isEmpty()) {
            scene.field(child, by, Fields.at(lines, "by"), path + ".by");
        } else if (!(back.get().valueType() instanceof Reference)) {
            scene.add(Problem.error(
                    ProblemCode.NOT_FOR_THIS_TYPE,
                    Fields.at(lines, "by"),
                    path + ".by",
                    "by",
                    back.get().type().name()));
        }
    }
}
