package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sidebar of a workspace: a menu, where no workspace of its name is one already. */
final class SidebarMapping implements DocMapping {

    @Override
    public String doctype() {
        return "Workspace Sidebar";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        List<String> differences = new ArrayList<>();
        ArrayNode items = items(doc, context, differences);
        if (context.document("Workspace", doc.name()).isPresent()) {
            context.told(Outcome.LEFT_OUT, doc, "the workspace of this name is a menu");
        } else if (items.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "nothing that it leads to is here");
        } else {
            ObjectNode menu = JsonNodeFactory.instance.objectNode();
            menu.put("title", doc.text("title", doc.name())).set("items", items);
            context.add(Kind.MENU, doc, menu);
            context.told(doc, differences);
        }
    }

    /** What is indented stands in the section before it. */
    private static ArrayNode items(Doc doc, AppContext context, List<String> differences) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        ArrayNode section = items;
        for (Doc row : doc.rows("items")) {
            if (row.text("type", "").equals("Section Break")) {
                section = JsonNodeFactory.instance.arrayNode();
                ObjectNode begun = JsonNodeFactory.instance.objectNode();
                begun.put("title", row.text("label", "…")).set("items", section);
                items.add(begun);
            } else {
                Optional<ObjectNode> entry =
                        WorkspaceMapping.entry(row, row.text("link_type", ""), context, differences);
                entry.ifPresent(row.flag("child") ? section::add : items::add);
            }
        }
        WorkspaceMapping.withoutEmpty(items);
        return items;
    }
}
