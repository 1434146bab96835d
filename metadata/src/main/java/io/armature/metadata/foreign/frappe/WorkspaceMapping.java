package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workspace: a menu of its shortcuts and links, and a dashboard of its charts and cards. */
final class WorkspaceMapping implements DocMapping {

    @Override
    public String doctype() {
        return "Workspace";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        List<String> differences = new ArrayList<>();
        ObjectNode menu = JsonNodeFactory.instance.objectNode();
        menu.put("title", doc.text("title", doc.name()));
        ArrayNode items = menu.putArray("items");
        ArrayNode cards = DashboardMapping.cards(doc, context, differences);
        if (!cards.isEmpty()) {
            ObjectNode dashboard = JsonNodeFactory.instance.objectNode();
            dashboard.put("title", doc.text("title", doc.name()));
            dashboard.set("cards", cards);
            context.add(Kind.DASHBOARD, doc, dashboard);
            items.addObject()
                    .put("title", doc.text("title", doc.name()))
                    .put("dashboard", context.pack() + "." + context.name(Kind.DASHBOARD, doc.doctype(), doc.name()));
        }
        for (Doc row : doc.rows("shortcuts")) {
            entry(row, row.text("type", ""), context, differences).ifPresent(items::add);
        }
        links(doc, context, items, differences);
        ArrayNode roles = Parts.roles(doc, context);
        if (!roles.isEmpty()) {
            items.forEach(item -> ((ObjectNode) item).set("roles", roles));
        }
        if (items.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "nothing that it leads to is here");
        } else {
            context.add(Kind.MENU, doc, menu);
            context.told(doc, differences);
        }
    }

    /** A card break begins a group. */
    private static void links(Doc doc, AppContext context, ArrayNode items, List<String> differences) {
        ArrayNode group = items;
        for (Doc row : doc.rows("links")) {
            if (row.flag("hidden")) {
                continue;
            }
            if (row.text("type", "").equals("Card Break")) {
                ObjectNode begun = JsonNodeFactory.instance.objectNode();
                begun.put("title", row.text("label", "…"));
                group = begun.putArray("items");
                items.add(begun);
            } else {
                entry(row, row.text("link_type", ""), context, differences).ifPresent(group::add);
            }
        }
        withoutEmpty(items);
    }

    /** Groups in which nothing is left go. */
    static void withoutEmpty(ArrayNode items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).has("items") && items.get(i).path("items").isEmpty()) {
                items.remove(i);
            }
        }
    }

    static Optional<ObjectNode> entry(Doc row, String type, AppContext context, List<String> differences) {
        String target = row.text("link_to", "");
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        row.text("label").ifPresent(label -> item.put("title", label.replaceAll("<[^>]*>", "")));
        switch (type) {
            case "DocType" ->
                context.member(target).ifPresent(member -> {
                    item.put("entity", member.fullName());
                    row.text("stats_filter")
                            .flatMap(filter -> FilterRows.condition(filter, member, context, differences::add))
                            .ifPresent(filter -> item.put("filter", filter));
                });
            case "Report" ->
                context.document("Report", target)
                        .filter(report -> report.text("report_type", "").equals("Report Builder"))
                        .flatMap(report -> context.member(report.text("ref_doctype", "")))
                        .ifPresent(member -> item.put("entity", member.fullName())
                                .put("view", context.name(Kind.VIEW, "Report", target)));
            case "Dashboard" ->
                context.document("Dashboard", target)
                        .ifPresent(found -> item.put(
                                "dashboard", context.pack() + "." + context.name(Kind.DASHBOARD, "Dashboard", target)));
            case "URL" -> row.text("url").ifPresent(url -> item.put("url", url));
            default -> {
                // Told below.
            }
        }
        if (item.size() <= 1) {
            differences.add("`" + row.text("label", target) + "` leads to what is not here");
            return Optional.empty();
        }
        return Optional.of(item);
    }
}
