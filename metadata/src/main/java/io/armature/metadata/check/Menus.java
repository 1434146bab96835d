package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MenuDefinition;
import io.armature.metadata.definition.MenuItem;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What menus lead to exists. */
final class Menus implements Check {

    private static final Map<String, Kind> KINDS =
            Map.of("report", Kind.REPORT, "dashboard", Kind.DASHBOARD, "page", Kind.PAGE);

    @Override
    public void check(Scene scene) {
        scene.each(MenuDefinition.class, menu -> menu.items().forEach(item -> check(scene, menu.origin(), item)));
    }

    private static void check(Scene scene, Origin origin, MenuItem item) {
        Position place = item.origin().position();
        scene.roles(item.roles(), origin, place, "roles");
        item.target().ifPresent(target -> {
            if (target.kind().equals("entity")) {
                scene.entity(target.name(), origin, place, "entity").ifPresent(entity -> {
                    item.filter().ifPresent(filter -> scene.condition(filter, entity, place, "filter"));
                    item.view().ifPresent(view -> view(scene, entity, view, place));
                });
                return;
            }
            Kind kind = KINDS.get(target.kind());
            if (kind != null) {
                scene.definition(kind, target.name(), origin, place, target.kind());
            }
        });
        item.items().forEach(child -> check(scene, origin, child));
    }

    /** By kind or by name. Lists and forms, and trees of trees, come from the entity alone. */
    private static void view(Scene scene, Entity entity, String view, Position place) {
        Set<String> known = new TreeSet<>(List.of("list", "form"));
        if (entity.features().tree()) {
            known.add("tree");
        }
        for (Definition definition : scene.model().definitions(Kind.VIEW).values()) {
            if (definition instanceof ViewDefinition found
                    && Scene.qualify(found.entity(), found.origin()).equals(entity.fullName())) {
                known.add(found.name());
                known.add(found.view().word());
            }
        }
        if (!known.contains(view)) {
            scene.unknown("view", view, known, place, "view");
        }
    }
}
