package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The filters of lists, charts and shortcuts: rows of DocType, field, operator, value, or a mapping of fields to values. */
final class FilterRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FilterRows() {}

    /** One filter. */
    record Row(String field, String operator, JsonNode value) {

        String words() {
            return "its filter `" + field + " " + operator + " " + value + "`";
        }
    }

    /** The filters as one condition; nothing where there are none. What cannot be told, {@code told} hears of. */
    static Optional<String> condition(String json, Site.Member member, AppContext context, Consumer<String> told) {
        return joined(parts(json, member, context, told));
    }

    /**
     * The filters of a chart or a number, also those whose values are computed: {@code frappe.session.user}.
     *
     * @param doc with {@code filters_json} and {@code dynamic_filters_json}
     */
    static List<String> parts(Doc doc, Site.Member member, AppContext context, Consumer<String> told) {
        List<String> parts = parts(doc.text("filters_json", "[]"), member, context, told);
        Conditions conditions = new Conditions(context.names(member));
        for (Row row : rows(doc.text("dynamic_filters_json", "[]"), told)) {
            String operator = row.operator().equals("=") ? "==" : row.operator();
            String condition = "eval:doc." + row.field() + " " + operator + " "
                    + row.value().asText();
            conditions
                    .translate(condition, why -> told.accept(row.words() + " is left out: " + why))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    /** Several conditions as one. */
    static Optional<String> joined(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" && ", parts));
    }

    private static List<String> parts(String json, Site.Member member, AppContext context, Consumer<String> told) {
        List<String> parts = new ArrayList<>();
        for (Row row : rows(json, told)) {
            context.field(member, row.field())
                    .flatMap(found -> Filters.condition(found, row.operator(), new Filters.Constant(row.value())))
                    .ifPresentOrElse(parts::add, () -> told.accept(row.words()));
        }
        return parts;
    }

    private static List<Row> rows(String json, Consumer<String> told) {
        List<Row> rows = new ArrayList<>();
        try {
            JsonNode filters = JSON.readTree(json);
            if (filters.isObject()) {
                filters.properties().forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
            } else {
                for (JsonNode row : filters) {
                    int first = row.size() >= 4 ? 1 : 0;
                    if (row.size() >= 3) {
                        rows.add(new Row(
                                row.get(first).asText(), row.get(first + 1).asText(), row.get(first + 2)));
                    }
                }
            }
        } catch (JsonProcessingException code) {
            told.accept("its filters are code");
        }
        return rows;
    }

    private static Row row(String field, JsonNode value) {
        boolean pair = value.isArray() && value.size() == 2;
        JsonNode given = value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
        return pair ? new Row(field, value.get(0).asText(), value.get(1)) : new Row(field, "=", given);
    }
}
