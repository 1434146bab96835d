package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report of the report builder: a list with its columns, filter and order. Reports by code are not imported. */
final class ReportMapping implements DocMapping {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ORDER =
            Pattern.compile("(?:tab)?(.+)\\.(\\w+)(?:\\s+(?:asc|desc))?", Pattern.CASE_INSENSITIVE);

    @Override
    public String doctype() {
        return "Report";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("ref_doctype", ""));
        if (!doc.text("report_type", "").equals("Report Builder")) {
            context.told(Outcome.LEFT_OUT, doc, "code makes it: write a report or a hook");
        } else if (member.isEmpty() || member.get().type().isVirtual()) {
            context.told(Outcome.LEFT_OUT, doc, "`" + doc.text("ref_doctype", "") + "` is not here");
        } else {
            list(doc, member.get(), context);
        }
    }

    private static void list(Doc doc, Site.Member member, AppContext context) {
        List<String> differences = new ArrayList<>();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("kind", "list").put("entity", member.fullName()).put("title", doc.name());
        ArrayNode roles = Parts.roles(doc, context);
        if (!roles.isEmpty()) {
            view.set("roles", roles);
        }
        JsonNode settings = settings(doc);
        JsonNode columns = settings.has("fields") ? settings.path("fields") : settings.path("columns");
        ArrayNode fields = view.putArray("columns");
        for (JsonNode column : columns) {
            String name = column.path(0).asText();
            boolean own = column.path(1)
                    .asText(member.type().name())
                    .equals(member.type().name());
            Optional<String> path = own ? Parts.path(member, name, context) : Optional.empty();
            path.ifPresentOrElse(fields::add, () -> differences.add("its column `" + name + "`"));
        }
        FilterRows.condition(settings.path("filters").toString(), member, context, differences::add)
                .ifPresent(filter -> view.put("filter", filter));
        order(settings, member, context, differences).ifPresent(order -> view.put("sort", order));
        if (settings.path("group_by").isObject() && !settings.path("group_by").isEmpty()) {
            differences.add("what it is grouped by");
        }
        if (fields.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "it has no column that is here");
        } else {
            context.add(Kind.VIEW, doc, view);
            context.told(doc, differences);
        }
    }

    /** {@code `tabTask`.`modified` desc}, or {@code Task.modified} and {@code desc}. */
    private static Optional<String> order(
            JsonNode settings, Site.Member member, AppContext context, List<String> differences) {
        String written = settings.path("order_by")
                .asText(settings.path("sort_by").asText() + " "
                        + settings.path("sort_order").asText())
                .replace("`", "")
                .strip();
        Matcher order = ORDER.matcher(written);
        Optional<String> path =
                order.matches() && order.group(1).equals(member.type().name())
                        ? Parts.path(member, order.group(2), context)
                        : Optional.empty();
        if (path.isEmpty() && !written.isEmpty()) {
            differences.add("its order `" + written + "`");
        }
        return path.map(field -> (written.toLowerCase(Locale.ROOT).endsWith(" desc") ? "-" : "") + field);
    }

    private static JsonNode settings(Doc doc) {
        try {
            return JSON.readTree(doc.text("json", "{}"));
        } catch (JsonProcessingException broken) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
