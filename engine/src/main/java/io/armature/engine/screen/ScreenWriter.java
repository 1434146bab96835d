package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.ViewAction;
import io.armature.metadata.definition.ViewColor;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.definition.ViewFilter;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewKind;
import io.armature.metadata.model.Entity;
import io.armature.metadata.read.NodeJson;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Writes the UI schema of one view: what it shows, and every field that it uses, once. */
final class ScreenWriter {

    private final Painting painting;
    private final FormWriter forms;
    private final FieldWriter fields;

    ScreenWriter(Painting painting) {
        this.painting = painting;
        this.forms = new FormWriter(painting);
        this.fields = new FieldWriter(painting);
    }

    ObjectNode write(ViewDefinition view, List<String> others) {
        ObjectNode screen = JsonNodeFactory.instance.objectNode();
        heading(screen, view);
        others(screen, others);
        if (view.view() == ViewKind.FORM) {
            forms.tabs(screen, view.tabs());
        } else {
            flat(screen, view);
        }
        actions(screen, view.actions());
        fields(screen, view);
        new WorkflowWriter(painting).write(screen);
        return screen;
    }

    private void heading(ObjectNode screen, ViewDefinition view) {
        heading(screen, painting);
        Texts texts = painting.texts();
        String usual = view.view() == ViewKind.FORM ? texts.title(painting.entity()) : texts.plural(painting.entity());
        screen.put("view", view.name());
        screen.put("kind", view.view().word());
        screen.put(
                "title",
                view.title().map(title -> texts.of(view.origin(), title)).orElse(usual));
        view.icon().ifPresent(icon -> screen.put("icon", icon));
    }

    /** What an entity is called and can do, whatever view shows it. */
    static void heading(ObjectNode screen, Painting painting) {
        Entity entity = painting.entity();
        Texts texts = painting.texts();
        screen.put("entity", entity.fullName());
        screen.put("singular", texts.title(entity));
        screen.put("plural", texts.plural(entity));
        entity.icon().ifPresent(icon -> screen.put("icon", icon));
        screen.put("label", entity.label());
        screen.put("locale", texts.locale().toLanguageTag());
        features(screen.putObject("features"), entity);
    }

    private static void features(ObjectNode json, Entity entity) {
        var features = entity.features();
        json.put("audit", features.audit());
        json.put("softDelete", features.softDelete());
        json.put("comments", features.comments());
        json.put("attachments", features.attachments());
        json.put("tree", features.tree());
        json.put("company", features.company());
        json.put("search", !entity.search().isEmpty());
    }

    private static void others(ObjectNode screen, List<String> others) {
        ArrayNode views = screen.putArray("views");
        others.forEach(views::add);
    }

    private void flat(ObjectNode screen, ViewDefinition view) {
        forms.items(screen.putArray("columns"), view.items());
        Stream.of(view.uses(), view.numbers())
                .forEach(settings -> settings.forEach((use, used) -> {
                    ArrayNode names = screen.withObject("/uses").putArray(use);
                    used.forEach(names::add);
                }));
        view.filter().ifPresent(filter -> screen.put("filter", filter));
        ArrayNode sort = screen.putArray("sort");
        view.sort().forEach(sort::add);
        view.limit().ifPresent(limit -> screen.put("limit", limit));
        ArrayNode filters = screen.putArray("filters");
        view.filters().forEach(filter -> filter(filters.addObject(), filter));
        ArrayNode colors = screen.putArray("colors");
        view.colors().forEach(color -> color(colors.addObject(), color));
    }

    private void filter(ObjectNode json, ViewFilter filter) {
        json.put("name", filter.name());
        json.put("title", painting.texts().of(filter.origin(), filter.title()));
        json.put("filter", filter.expression());
        json.put("default", filter.isDefault());
    }

    private void color(ObjectNode json, ViewColor color) {
        json.set("when", painting.conditions().of(color.when()));
        json.put("color", color.color());
    }

    private void actions(ObjectNode screen, List<ViewAction> actions) {
        ArrayNode array = screen.putArray("actions");
        actions.forEach(action -> {
            ObjectNode json = array.addObject();
            json.put("name", action.name());
            json.put("title", painting.texts().of(action.origin(), action.title()));
            action.icon().ifPresent(icon -> json.put("icon", icon));
            action.visible()
                    .ifPresent(
                            visible -> json.set("visible", painting.conditions().of(visible)));
            action.properties().forEach((key, value) -> json.set(key, NodeJson.of(value)));
        });
    }

    private void fields(ObjectNode screen, ViewDefinition view) {
        ObjectNode described = screen.putObject("fields");
        names(view)
                .distinct()
                .forEach(path -> Fields.at(painting.model(), painting.entity(), path)
                        .ifPresent(field -> described.set(path, fields.write(field))));
    }

    private static Stream<String> names(ViewDefinition view) {
        Stream<String> placed = view.tabs().stream()
                .flatMap(tab -> tab.sections().stream())
                .flatMap(section -> section.columns().stream())
                .flatMap(Collection::stream)
                .map(ViewItem::field);
        Stream<String> listed = view.items().stream().map(ViewItem::field);
        Stream<String> used = view.uses().values().stream().flatMap(Collection::stream);
        return Stream.of(placed, listed, used).flatMap(names -> names);
    }
}
