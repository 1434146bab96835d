package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.MenuDefinition;
import io.armature.metadata.definition.MenuItem;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.PackInfo;
import java.util.List;
import java.util.Optional;

/** Writes menus as JSON, in one language. */
final class MenuWriter {

    private final Model model;
    private final Texts texts;

    MenuWriter(Model model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    ObjectNode write(MenuDefinition menu) {
        String english = menu.title().orElseGet(() -> packTitle(menu.origin().pack()));
        return menu(menu.origin().pack(), menu.name(), texts.of(menu.origin(), english), menu.items());
    }

    private ObjectNode menu(String pack, String name, String title, List<MenuItem> items) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name);
        json.put("pack", pack);
        json.put("title", title);
        items(json, items);
        return json;
    }

    private void items(ObjectNode parent, List<MenuItem> items) {
        ArrayNode array = parent.putArray("items");
        items.stream().filter(this::leadsSomewhere).forEach(item -> item(array.addObject(), item));
    }

    private void item(ObjectNode json, MenuItem item) {
        Optional<Entity> entity = entity(item);
        json.put("name", item.name());
        json.put("title", title(item, entity));
        item.icon().or(() -> entity.flatMap(Entity::icon)).ifPresent(icon -> json.put("icon", icon));
        item.target().ifPresent(target -> json.put(target.kind(), target.name()));
        item.view().ifPresent(view -> json.put("view", view));
        item.filter().ifPresent(filter -> json.put("filter", filter));
        if (!item.items().isEmpty()) {
            items(json, item.items());
        }
    }

    private String title(MenuItem item, Optional<Entity> entity) {
        return item.title()
                .map(title -> texts.of(item.origin(), title))
                .or(() -> entity.map(texts::plural))
                .orElse(item.name());
    }

    private Optional<Entity> entity(MenuItem item) {
        return item.target()
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
        ObjectNode json = menu(pack.name(), pack.name(), packTitle(pack.name()), List.of());
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
