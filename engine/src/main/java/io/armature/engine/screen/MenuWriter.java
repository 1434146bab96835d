package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.MenuDefinition;
import io.armature.metadata.definition.MenuItem;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.PackInfo;
import java.util.List;
import java.util.Optional;

/** Writes menus as JSON, in one language. */
final class MenuWriter {

    private final Model model;
    private final Texts texts;
    private final MenuAccess access;

    MenuWriter(Model model, Texts texts, MenuAccess access) {
        this.model = model;
        this.access = access;
        this.texts = texts;
    }

    ObjectNode write(MenuDefinition menu) {
        String english = menu.title().orElseGet(() -> packTitle(menu.origin().pack()));
        ObjectNode json = menu(menu.origin().pack(), menu.name(), texts.of(menu.origin(), english));
        items(json, menu, menu.items());
        return json;
    }

    private static ObjectNode menu(String pack, String name, String title) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name);
        json.put("pack", pack);
        json.put("title", title);
        return json;
    }

    private void items(ObjectNode parent, MenuDefinition menu, List<MenuItem> items) {
        ArrayNode array = parent.putArray("items");
        items.stream()
                .filter(item -> leadsSomewhere(item) && access.sees(model, menu, item))
                .map(item -> item(menu, item))
                .filter(item -> !item.has("items")
                        || !item.path("items").isEmpty()
                        || access.policy().isEverything())
                .forEach(array::add);
    }

    private ObjectNode item(MenuDefinition menu, MenuItem item) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Optional<Entity> entity = entity(item);
        json.put("name", item.name());
        json.put("title", title(item, entity));
        icon(item, entity).ifPresent(icon -> json.put("icon", icon));
        item.destination().ifPresent(target -> json.put(target.kind(), target.name()));
        item.view().ifPresent(view -> json.put("view", view));
        item.filter().ifPresent(filter -> json.put("filter", filter));
        if (!item.items().isEmpty()) {
            items(json, menu, item.items());
        }
        return json;
    }

    private Optional<String> icon(MenuItem item, Optional<Entity> entity) {
        Optional<String> ofView = item.view()
                .flatMap(name -> entity.flatMap(known -> new ViewFinder(model, known, texts, _ -> true).find(name)))
                .flatMap(ViewDefinition::icon);
        return item.icon().or(() -> ofView).or(() -> entity.flatMap(Entity::icon));
    }

    private String title(MenuItem item, Optional<Entity> entity) {
        return item.title()
                .map(title -> texts.of(item.origin(), title))
                .or(() -> entity.map(texts::plural))
                .orElse(item.name());
    }

    private Optional<Entity> entity(MenuItem item) {
        return item.destination()
                .filter(target -> target.kind().equals("entity"))
                .flatMap(target -> model.entity(target.name()));
    }

    /** An entry for an entity that is not installed leads nowhere. */
    private boolean leadsSomewhere(MenuItem item) {
        return item.target().filter(target -> target.kind().equals("entity")).isEmpty()
                || entity(item).isPresent();
    }

    /** A menu for a pack that brings none. */
    ObjectNode generate(PackInfo pack, List<Entity> entities) {
        ObjectNode json = menu(pack.name(), pack.name(), packTitle(pack.name()));
        ArrayNode items = json.putArray("items");
        entities.forEach(entity -> {
            ObjectNode item = items.addObject();
            item.put("name", entity.fullName());
            item.put("title", texts.plural(entity));
            entity.icon().ifPresent(icon -> item.put("icon", icon));
            item.put("entity", entity.fullName());
        });
        return json;
    }

    private String packTitle(String pack) {
        return Optional.ofNullable(model.packs().get(pack))
                .map(PackInfo::title)
                .map(title -> texts.of(new Origin(pack, "", Origin.ENGINE.position()), title))
                .orElse(pack);
    }
}
