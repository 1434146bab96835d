package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A dashboard of charts and cards. */
final class DashboardMapping implements DocMapping {

    private static final int CARD = 3;

    @Override
    public String doctype() {
        return "Dashboard";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        ObjectNode dashboard = JsonNodeFactory.instance.objectNode();
        dashboard.put("title", doc.text("dashboard_name", doc.name()));
        List<String> differences = new ArrayList<>();
        ArrayNode cards = cards(doc, context, differences);
        if (cards.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "nothing on it is here");
            return;
        }
        dashboard.set("cards", cards);
        context.add(Kind.DASHBOARD, doc, dashboard);
        context.told(doc, differences);
    }

    /** What stands on a dashboard or a workspace and is a report here. */
    static ArrayNode cards(Doc doc, AppContext context, List<String> differences) {
        ArrayNode cards = JsonNodeFactory.instance.arrayNode();
        for (Doc row : doc.rows("charts")) {
            String name = row.text("chart").or(() -> row.text("chart_name")).orElse("");
            add(cards, "Dashboard Chart", name, context, differences);
        }
        for (String rows : List.of("cards", "number_cards")) {
            for (Doc row : doc.rows(rows)) {
                String name =
                        row.text("card").or(() -> row.text("number_card_name")).orElse("");
                add(cards, "Number Card", name, context, differences);
            }
        }
        return cards;
    }

    private static void add(
            ArrayNode cards, String doctype, String name, AppContext context, List<String> differences) {
        boolean here =
                context.document(doctype, name).isPresent() && !new ReportTarget(context).isLeftOut(doctype, name);
        if (!here) {
            differences.add("`" + name + "` on it is not here");
            return;
        }
        ObjectNode card =
                cards.addObject().put("report", context.pack() + "." + context.name(Kind.REPORT, doctype, name));
        if (doctype.equals("Number Card")) {
            card.put("width", CARD).put("height", 2);
        }
    }
}
