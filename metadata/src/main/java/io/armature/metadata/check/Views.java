package io.armature.metadata.check;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.ViewAction;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewSection;
import io.armature.metadata.definition.ViewTab;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import java.util.List;
import java.util.Set;

/** What views name exists, and their expressions fit. */
final class Views implements Check {

    private static final List<String> CONDITIONS = List.of("visible", "readOnly", "required");

    @Override
    public void check(Scene scene) {
        scene.each(ViewDefinition.class, view -> {
            scene.roles(view.roles(), view.origin(), Scene.at(view, "roles"), "roles");
            scene.entity(view.entity(), view.origin(), Scene.at(view, "entity"), "entity")
                    .ifPresent(entity -> check(scene, view, entity));
        });
    }

    private static void check(Scene scene, ViewDefinition view, Entity entity) {
        view.tabs().forEach(tab -> tab(scene, tab, entity));
        view.items().forEach(item -> item(scene, item, entity));
        view.uses().forEach((use, fields) -> scene.fields(entity, fields, Scene.at(view, use), use));
        view.sort()
                .forEach(sort -> scene.field(
                        entity, sort.startsWith("-") ? sort.substring(1) : sort, Scene.at(view, "sort"), "sort"));
        view.filters()
                .forEach(filter -> scene.condition(
                        filter.expression(), entity, filter.origin().position(), "filters." + filter.name()));
        view.colors()
                .forEach(color ->
                        scene.condition(color.when(), entity, color.origin().position(), "colors"));
        view.actions().forEach(action -> action(scene, view, action, entity));
        view.filter().ifPresent(filter -> scene.condition(filter, entity, Scene.at(view, "filter"), "filter"));
        view.numbers()
                .getOrDefault("measures", List.of())
                .forEach(measure -> Measures.check(scene, measure, entity, Scene.at(view, "measures"), "measures"));
    }

    private static void tab(Scene scene, ViewTab tab, Entity entity) {
        tab.visible()
                .ifPresent(when -> scene.condition(when, entity, tab.origin().position(), tab.name()));
        for (ViewSection section : tab.sections()) {
            section.visible()
                    .ifPresent(when ->
                            scene.condition(when, entity, section.origin().position(), section.name()));
            section.columns().forEach(column -> column.forEach(item -> item(scene, item, entity)));
        }
    }

    private static void item(Scene scene, ViewItem item, Entity entity) {
        scene.field(entity, item.field(), item.origin().position(), item.field());
        for (String property : CONDITIONS) {
            if (item.properties().get(property) instanceof TextNode text) {
                scene.condition(text.value(), entity, text.position(), item.field() + "." + property);
            }
        }
    }

    private static void action(Scene scene, ViewDefinition view, ViewAction action, Entity entity) {
        Position place = action.origin().position();
        scene.roles(action.roles(), view.origin(), place, "actions.roles");
        action.visible().ifPresent(when -> scene.condition(when, entity, place, "actions.visible"));
        Set<String> known = scene.transitions(entity);
        if (action.properties().get("transition") instanceof TextNode name && !known.contains(name.value())) {
            scene.unknown("transition", name.value(), known, name.position(), "actions.transition");
        }
        if (action.properties().get("print") instanceof TextNode print) {
            scene.definition(Kind.PRINT, print.value(), view.origin(), print.position(), "actions.print");
        }
    }
}
