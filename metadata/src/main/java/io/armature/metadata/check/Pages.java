package io.armature.metadata.check;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.PageDefinition;
import java.util.Map;

/** What pages show exists. */
final class Pages implements Check {

    private static final Map<String, Kind> KINDS =
            Map.of("view", Kind.VIEW, "report", Kind.REPORT, "dashboard", Kind.DASHBOARD);

    @Override
    public void check(Scene scene) {
        scene.each(PageDefinition.class, page -> {
            scene.roles(page.roles(), page.origin(), Scene.at(page, "roles"), "roles");
            page.blocks().stream()
                    .filter(MapNode.class::isInstance)
                    .map(MapNode.class::cast)
                    .forEach(block -> check(scene, page, block));
        });
    }

    private static void check(Scene scene, PageDefinition page, MapNode block) {
        if (block.get("form").orElse(null) instanceof TextNode form) {
            scene.entity(form.value(), page.origin(), form.position(), "blocks.form");
        }
        KINDS.forEach((key, kind) -> {
            if (block.get(key).orElse(null) instanceof TextNode name) {
                scene.definition(kind, name.value(), page.origin(), name.position(), "blocks." + key);
            }
        });
    }
}
