package io.armature.metadata.check;

import io.armature.metadata.definition.AssignmentDefinition;
import io.armature.metadata.definition.AssignmentDefinition.Choice;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Reference;
import java.util.List;
import java.util.Optional;

/** Rules that assign records name fields and people that are there. */
final class Assignments implements Check {

    private static final String FIELD = "field";

    @Override
    public void check(Scene scene) {
        scene.each(AssignmentDefinition.class, rule -> {
            rule.role().ifPresent(role -> scene.roles(List.of(role), rule.origin(), Scene.at(rule, "role"), "role"));
            people(scene, rule);
            scene.entity(rule.entity(), rule.origin(), Scene.at(rule, "entity"), "entity")
                    .ifPresent(entity -> check(scene, rule, entity));
        });
    }

    /** Either an expression says who, or there is somebody to choose from. */
    private static void people(Scene scene, AssignmentDefinition rule) {
        String needed = rule.by() == Choice.EXPRESSION ? "user" : "role";
        boolean there = rule.by() == Choice.EXPRESSION
                ? rule.user().isPresent()
                : rule.role().isPresent() || rule.group().isPresent();
        if (!there) {
            scene.add(Problem.error(ProblemCode.MISSING_PROPERTY, rule.source().position(), needed, needed));
        }
    }

    private static void check(Scene scene, AssignmentDefinition rule, Entity entity) {
        Reference user = new Reference(scene.model().userEntity());
        Optional<Field> field = entity.field(rule.field());
        if (field.isEmpty()) {
            scene.field(entity, rule.field(), Scene.at(rule, FIELD), FIELD);
        } else if (!field.get().valueType().equals(user)) {
            scene.add(Problem.error(
                    ProblemCode.NOT_FOR_THIS_TYPE,
                    Scene.at(rule, FIELD),
                    FIELD,
                    FIELD,
                    field.get().type().name()));
        }
        rule.when().ifPresent(when -> scene.condition(when, entity, Scene.at(rule, "when"), "when"));
        rule.user().ifPresent(text -> scene.expression(text, entity, user, Scene.at(rule, "user"), "user"));
        rule.open().forEach((name, values) -> {
            if (entity.field(name).isEmpty()) {
                scene.field(entity, name, Scene.at(rule, "open"), "open." + name);
            }
        });
    }
}
