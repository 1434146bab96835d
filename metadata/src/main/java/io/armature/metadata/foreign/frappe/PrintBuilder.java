package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.metadata.foreign.javascript.Untranslatable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the two builders of print formats keep, as a template: the older one a list of fields and breaks, the newer one sections
 * with columns of fields.
 */
final class PrintBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "fieldname";
    private static final String LABEL = "label";
    private static final String OPTIONS = "options";

    private final AppContext context;
    private final Site.Member member;

    PrintBuilder(AppContext context, Site.Member member) {
        this.context = context;
        this.member = member;
    }

    /** The template; {@code told} hears of what it cannot have. */
    String jinja(String data, Consumer<String> told) throws Untranslatable {
        JsonNode tree;
        try {
            tree = JSON.readTree(data);
        } catch (JsonProcessingException broken) {
            throw new Untranslatable("what the builder made is no JSON");
        }
        StringBuilder html = new StringBuilder();
        if (tree.isArray()) {
            list(tree, html, told);
        } else {
            html.append(text(tree.path("header")));
            tree.path("sections").forEach(section -> section(section, html, told));
            html.append(text(tree.path("footer")));
        }
        return html.toString();
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }

    private void list(JsonNode items, StringBuilder html, Consumer<String> told) {
        List<StringBuilder> columns = new ArrayList<>(List.of(new StringBuilder()));
        for (JsonNode item : items) {
            switch (item.path("fieldtype").asText("")) {
                case "Section Break" -> {
                    flush(columns, html);
                    heading(item, html);
                }
                case "Column Break" -> columns.add(new StringBuilder());
                default -> field(item, "visible_columns", columns.getLast(), told);
            }
        }
        flush(columns, html);
    }

    private void section(JsonNode section, StringBuilder html, Consumer<String> told) {
        heading(section, html);
        List<StringBuilder> columns = new ArrayList<>();
        for (JsonNode column : section.path("columns")) {
            StringBuilder fields = new StringBuilder();
            column.path("fields").forEach(field -> field(field, "table_columns", fields, told));
            columns.add(fields);
        }
        flush(columns, html);
        if (section.path("page_break").asBoolean()) {
            html.append("<div style=\"page-break-after: always\"></div>\n");
        }
    }

    private static void heading(JsonNode of, StringBuilder html) {
        String label = text(of.path(LABEL));
        if (!label.isBlank()) {
            html.append("<h3>").append(TemplateHtml.escaped(label)).append("</h3>\n");
        }
    }

    /** Columns stand beside each other. */
    private static void flush(List<StringBuilder> columns, StringBuilder html) {
        List<StringBuilder> filled =
                columns.stream().filter(column -> !column.isEmpty()).toList();
        if (filled.size() == 1) {
            html.append(filled.getFirst());
        } else if (!filled.isEmpty()) {
            html.append("<table style=\"width: 100%\"><tr>\n");
            filled.forEach(column -> html.append("<td style=\"vertical-align: top\">\n")
                    .append(column)
                    .append("</td>\n"));
            html.append("</tr></table>\n");
        }
        columns.clear();
        columns.add(new StringBuilder());
    }

    private void field(JsonNode item, String columns, StringBuilder html, Consumer<String> told) {
        String name = item.path(FIELD).asText("");
        Optional<String> written = Optional.of(text(item.path("html")))
                .filter(any -> !any.isBlank())
                .or(() -> Optional.of(text(item.path(OPTIONS)))
                        .filter(any -> item.path("fieldtype").asText("").equals("Custom HTML")));
        Optional<Doc> field = member.type().field(name);
        if (item.path("print_hide").asBoolean()) {
            return;
        }
        if (written.isPresent()) {
            html.append(written.get()).append('\n');
        } else if (field.isEmpty()) {
            if (!name.isEmpty() && !name.startsWith("_") && !name.equals("print_heading_template")) {
                told.accept("`" + name + "` is no field, so it is left out of it");
            }
        } else if (field.get().fieldtype().startsWith("Table")) {
            table(item.path(columns), field.get(), html);
        } else if (!DocType.isLayout(field.get())) {
            html.append("<p><b>")
                    .append(label(item, field.get()))
                    .append("</b> {{ doc.")
                    .append(name)
                    .append(" }}</p>\n");
        }
    }

    private static String label(JsonNode item, Doc field) {
        String own = text(item.path(LABEL));
        return TemplateHtml.escaped(own.isBlank() ? field.text(LABEL, field.fieldname()) : own);
    }

    private void table(JsonNode columns, Doc list, StringBuilder html) {
        Optional<Site.Member> child = context.member(list.text(OPTIONS, ""));
        List<String> heads = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (JsonNode column : columns) {
            child.flatMap(rows -> rows.type().field(column.path(FIELD).asText("")))
                    .filter(field -> !column.path("print_hide").asBoolean() && !DocType.isLayout(field))
                    .ifPresent(field -> {
                        heads.add("<th>" + label(column, field) + "</th>");
                        cells.add("<td>{{ row." + field.fieldname() + " }}</td>");
                    });
        }
        if (!cells.isEmpty()) {
            html.append("<table style=\"width: 100%\">\n<thead><tr>")
                    .append(String.join("", heads))
                    .append("</tr></thead>\n<tbody>{% for row in doc.")
                    .append(list.fieldname())
                    .append(" %}<tr>")
                    .append(String.join("", cells))
                    .append("</tr>{% endfor %}</tbody>\n</table>\n");
        }
    }
}
