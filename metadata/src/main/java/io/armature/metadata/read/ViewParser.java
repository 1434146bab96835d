package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ViewAction;
import io.armature.metadata.definition.ViewColor;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.definition.ViewFilter;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** {@code views/*.yaml}. */
final class ViewParser implements DefinitionParser {

    private static final String FIELD = "field";
    private static final Set<String> ACTION = Set.of("name", "title", "icon", "visible", "roles");

    @Override
    public ViewDefinition parse(String name, Entries entries) {
        ViewKind kind = ViewKind.of(entries.text("kind", "")).orElse(ViewKind.LIST);
        boolean form = kind == ViewKind.FORM;
        return new ViewDefinition(
                name,
                entries.origin(),
                kind,
                entries.text("entity", ""),
                entries.text("title"),
                entries.text("icon"),
                form ? FormParser.tabs(entries) : List.of(),
                form ? List.of() : items(entries.items(kind == ViewKind.LIST ? "columns" : "fields"), entries.origin()),
                named(kind.uses(), entries),
                named(kind.numbers(), entries),
                entries.text("filter"),
                entries.maps("filters").stream().map(ViewParser::filter).toList(),
                entries.maps("colors").stream().map(ViewParser::color).toList(),
                entries.maps("actions").stream().map(ViewParser::action).toList(),
                entries.texts("sort"),
                Optional.of(entries.integer("limit", 0)).filter(limit -> limit > 0),
                entries.texts("roles"),
                entries.map());
    }

    /** Fields by name, or as mappings with {@code field:} and what the view says of it. */
    static List<ViewItem> items(List<Node> nodes, Origin origin) {
        List<ViewItem> items = new ArrayList<>();
        for (Node node : nodes) {
            switch (node) {
                case TextNode field ->
                    items.add(new ViewItem(field.value(), new LinkedHashMap<>(), origin.at(field.position())));
                case MapNode map -> items.add(item(new Entries(map, origin)));
                case ListNode _, NumberNode _, FlagNode _, NullNode _ -> {}
            }
        }
        return items;
    }

    private static ViewItem item(Entries entries) {
        return new ViewItem(entries.text(FIELD, ""), entries.without(Set.of(FIELD)), entries.originOf(FIELD));
    }

    private static SequencedMap<String, List<String>> named(List<String> settings, Entries entries) {
        SequencedMap<String, List<String>> named = new LinkedHashMap<>();
        for (String setting : settings) {
            List<String> texts = entries.texts(setting);
            if (!texts.isEmpty()) {
                named.put(setting, texts);
            }
        }
        return named;
    }

    private static ViewFilter filter(Entries filter) {
        String name = filter.text("name", filter.text("title", ""));
        return new ViewFilter(
                name,
                filter.text("title", name),
                filter.text("filter", ""),
                filter.flag("default", false),
                filter.originOf("filter"));
    }

    private static ViewColor color(Entries color) {
        return new ViewColor(color.text("when", ""), color.text("color", ""), color.originOf("when"));
    }

    private static ViewAction action(Entries action) {
        String name = action.text("name")
                .or(() -> action.text("transition"))
                .or(() -> action.text("action"))
                .orElse("");
        return new ViewAction(
                name,
                action.text("title", name),
                action.text("icon"),
                action.text("visible"),
                action.texts("roles"),
                action.without(ACTION),
                action.origin());
    }
}
