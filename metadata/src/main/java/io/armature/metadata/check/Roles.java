package io.armature.metadata.check;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What roles name exists, their expressions fit, and none inherits itself. */
final class Roles implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(RoleDefinition.class, role -> {
            scene.roles(role.inherits(), role.origin(), Scene.at(role, "inherits"), "inherits");
            circle(scene, role);
            named(scene, role, Kind.MENU, "menus", role.menus());
            named(scene, role, Kind.PAGE, "pages", role.pages());
            role.grants()
                    .forEach((name, grant) -> scene.entity(
                                    name, role.origin(), grant.origin().position(), "grants." + name)
                            .ifPresent(entity -> grant(scene, grant, entity)));
        });
    }

    private static void named(Scene scene, RoleDefinition role, Kind kind, String key, List<String> names) {
        names.forEach(name -> scene.definition(kind, name, role.origin(), Scene.at(role, key), key));
    }

    private static void grant(Scene scene, RoleDefinition.Grant grant, Entity entity) {
        Position place = grant.origin().position();
        String path = "grants." + entity.fullName();
        grant.rights().forEach((verb, node) -> {
            if (node instanceof TextNode text) {
                scene.condition(text.value(), entity, text.position(), path + "." + verb);
            }
        });
        scene.fields(entity, grant.hidden(), place, path + ".hidden");
        scene.fields(entity, grant.readOnly(), place, path + ".readOnly");
        scene.fields(entity, grant.mask(), place, path + ".mask");
        Set<String> known = scene.transitions(entity);
        for (String name : grant.transitions()) {
            if (!known.contains(name)) {
                scene.unknown("transition", name, known, place, path + ".transitions");
            }
        }
    }

    private static void circle(Scene scene, RoleDefinition role) {
        String self = Scene.qualify(role.name(), role.origin());
        Set<String> seen = new LinkedHashSet<>();
        Deque<RoleDefinition> open = new ArrayDeque<>(List.of(role));
        while (!open.isEmpty()) {
            RoleDefinition next = open.pop();
            for (String name : next.inherits()) {
                String parent = Scene.qualify(name, next.origin());
                if (parent.equals(self)) {
                    scene.add(Problem.error(
                            ProblemCode.EXTENDS_CYCLE,
                            Scene.at(role, "inherits"),
                            "inherits",
                            self,
                            String.join(" → ", seen)));
                    return;
                }
                if (seen.add(parent)
                        && scene.model().definitions(Kind.ROLE).get(parent) instanceof RoleDefinition found) {
                    open.push(found);
                }
            }
        }
    }
}
