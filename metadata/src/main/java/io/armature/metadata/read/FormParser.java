package io.armature.metadata.read;

import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.Node.ListNode;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.NullNode;
import io.armature.metadata.definition.Node.NumberNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewSection;
import io.armature.metadata.definition.ViewTab;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tabs of a form. Sections without tabs stand in one tab; fields without sections in one section. */
final class FormParser {

    private static final String MAIN = "main";

    private FormParser() {}

    static List<ViewTab> tabs(Entries form) {
        if (form.map().get("tabs").isEmpty()) {
            return List.of(new ViewTab(MAIN, Optional.empty(), Optional.empty(), sections(form), form.origin()));
        }
        return form.maps("tabs").stream().map(FormParser::tab).toList();
    }

    private static ViewTab tab(Entries tab) {
        return new ViewTab(name(tab), tab.text("title"), tab.text("visible"), sections(tab), tab.origin());
    }

    private static List<ViewSection> sections(Entries parent) {
        return parent.map().get("sections").isEmpty()
                ? List.of(section(parent))
                : parent.maps("sections").stream().map(FormParser::section).toList();
    }

    private static ViewSection section(Entries section) {
        List<List<ViewItem>> columns = section.map().get("columns").isEmpty()
                ? List.of(ViewParser.items(section.items("fields"), section.origin()))
                : section.items("columns").stream()
                        .map(column -> column(column, section.origin()))
                        .toList();
        return new ViewSection(
                name(section), section.text("title"), section.text("visible"), columns, section.origin());
    }

    private static List<ViewItem> column(Node column, Origin origin) {
        return switch (column) {
            case ListNode list -> ViewParser.items(list.items(), origin);
            case MapNode map -> ViewParser.items(new Entries(map, origin).items("fields"), origin);
            case TextNode _, NumberNode _, FlagNode _, NullNode _ -> List.of();
        };
    }

    /** Its own name, else one made of its title, so that overlays can find it. */
    private static String name(Entries part) {
        return part.text("name")
                .or(() -> part.text("title").map(FormParser::slug))
                .orElse(MAIN);
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
