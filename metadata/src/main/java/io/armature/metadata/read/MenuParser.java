package io.armature.metadata.read;

import io.armature.metadata.definition.MenuDefinition;
import io.armature.metadata.definition.MenuItem;
import java.util.List;
import java.util.Optional;

/** {@code menus/*.yaml}. */
final class MenuParser implements DefinitionParser {

    private static final List<String> TARGETS = List.of("entity", "report", "dashboard", "page", "url");
    private static final int MIDDLE = 100;

    @Override
    public MenuDefinition parse(String name, Entries entries) {
        return new MenuDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.integer("order", MIDDLE),
                items(entries),
                entries.map());
    }

    private static List<MenuItem> items(Entries parent) {
        return parent.maps("items").stream().map(MenuParser::item).toList();
    }

    private static MenuItem item(Entries item) {
        Optional<MenuItem.Target> target = TARGETS.stream()
                .flatMap(kind -> item.text(kind).map(name -> new MenuItem.Target(kind, name)).stream())
                .findFirst();
        return new MenuItem(
                item.text("name")
                        .or(() -> target.map(MenuItem.Target::name))
                        .or(() -> item.text("title"))
                        .orElse(""),
                item.text("title"),
                item.text("icon"),
                target,
                item.text("view"),
                item.text("filter"),
                item.texts("roles"),
                items(item),
                item.origin());
    }
}
