package io.armature.metadata.check;

import io.armature.metadata.definition.ConstraintDefinition;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.ExtensionDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import java.util.List;
import java.util.Map;

/** The fields that an entity names outside of its fields: key, search, indexes, constraints, number, label, order. */
final class EntityFields implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(
                EntityDefinition.class,
                definition -> scene.model()
                        .entity(definition.fullName())
                        .ifPresent(entity -> check(scene, definition, entity)));
        scene.each(
                ExtensionDefinition.class,
                extension -> scene.model().entity(extension.extended()).ifPresent(entity -> {
                    search(scene, entity, extension.source(), extension.search());
                    indexes(scene, entity, extension.source());
                    unique(scene, entity, extension.constraints());
                }));
    }

    private static void check(Scene scene, EntityDefinition definition, Entity entity) {
        MapNode source = definition.source();
        named(scene, entity, source, "key");
        named(scene, entity, source, "sort");
        search(scene, entity, source, definition.search());
        indexes(scene, entity, source);
        unique(scene, entity, definition.constraints());
        definition
                .label()
                .filter(label -> label.matches("[a-z][a-z0-9_]*"))
                .ifPresent(label -> scene.field(entity, label, Scene.at(source, "label"), "label"));
        definition.number().ifPresent(number -> {
            Position place = number.origin().position();
            scene.field(entity, number.field(), place, "number.field");
            scene.fields(entity, number.per(), place, "number.per");
        });
    }

    private static void search(Scene scene, Entity entity, MapNode source, Map<String, String> search) {
        if (source.get("search").orElse(null) instanceof MapNode map) {
            search.keySet().forEach(name -> scene.field(entity, name, map.keyPosition(name), "search." + name));
        }
    }

    private static void indexes(Scene scene, Entity entity, MapNode source) {
        if (source.get("indexes").orElse(null) instanceof ListNode list) {
            list.items()
                    .forEach(index -> texts(index)
                            .forEach(text -> scene.field(entity, text.value(), text.position(), "indexes")));
        }
    }

    private static void unique(Scene scene, Entity entity, List<ConstraintDefinition> constraints) {
        for (ConstraintDefinition constraint : constraints) {
            if (constraint instanceof ConstraintDefinition.Unique unique) {
                scene.fields(entity, unique.fields(), unique.origin().position(), "constraints");
            }
        }
    }

    /** Fields under a key, as a text or a list; {@code -} before a name means descending. */
    private static void named(Scene scene, Entity entity, MapNode source, String key) {
        source.get(key)
                .ifPresent(node -> texts(node).forEach(text -> {
                    String name = text.value().startsWith("-") ? text.value().substring(1) : text.value();
                    scene.field(entity, name, text.position(), key);
                }));
    }

    private static List<TextNode> texts(Node node) {
        List<Node> nodes = node instanceof ListNode list ? list.items() : List.of(node);
        return nodes.stream()
                .filter(TextNode.class::isInstance)
                .map(TextNode.class::cast)
                .toList();
    }
}
