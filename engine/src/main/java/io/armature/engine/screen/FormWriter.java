package io.armature.engine.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewSection;
import io.armature.metadata.definition.ViewTab;
import io.armature.metadata.read.NodeJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the tabs of a form, and the fields wherever a view places them. */
final class FormWriter {

    private static final Set<String> CONDITIONS = Set.of("visible", "readOnly", "required");

    private final Painting painting;

    FormWriter(Painting painting) {
        this.painting = painting;
    }

    void tabs(ObjectNode screen, List<ViewTab> tabs) {
        ArrayNode array = screen.putArray("tabs");
        tabs.forEach(tab -> tab(array.addObject(), tab));
    }

    private void tab(ObjectNode json, ViewTab tab) {
        json.put("name", tab.name());
        json.put(
                "title",
                tab.title()
                        .map(title -> painting.texts().of(tab.origin(), title))
                        .orElseGet(() -> painting.texts().own("overview")));
        visible(json, tab.visible());
        ArrayNode sections = json.putArray("sections");
        tab.sections().forEach(section -> section(sections.addObject(), section));
    }

    private void section(ObjectNode json, ViewSection section) {
        json.put("name", section.name());
        section.title().ifPresent(title -> json.put("title", painting.texts().of(section.origin(), title)));
        visible(json, section.visible());
        ArrayNode columns = json.putArray("columns");
        section.columns().forEach(column -> items(columns.addArray(), column));
    }

    private void visible(ObjectNode json, Optional<String> condition) {
        condition.ifPresent(text -> json.set("visible", painting.conditions().of(text)));
    }

    /** Fields by name, with what their place says otherwise than they do. */
    void items(ArrayNode array, List<ViewItem> items) {
        items.stream()
                .filter(item -> Fields.at(painting.model(), painting.entity(), item.field())
                        .isPresent())
                .forEach(item -> item(array.addObject(), item));
    }

    private void item(ObjectNode json, ViewItem item) {
        json.put("field", item.field());
        item.properties().forEach((key, value) -> setting(json, item, Map.entry(key, value)));
    }

    private void setting(ObjectNode json, ViewItem item, Map.Entry<String, Node> setting) {
        String key = setting.getKey();
        Node value = setting.getValue();
        if (CONDITIONS.contains(key)) {
            painting.conditions().of(value).ifPresent(rule -> json.set(key, rule));
        } else if (key.equals("title") && value instanceof Node.TextNode text) {
            json.put(key, painting.texts().of(item.origin(), text.value()));
        } else {
            json.set(key, NodeJson.of(value));
        }
    }
}
