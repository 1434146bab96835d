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

    /** The filters as one condition; nothing where there are none. What cannot be told, {@code told} hears of. */
    static Optional<String> condition(String json, Site.Member member, AppContext context, Consumer<String> told) {
        List<String> parts = new ArrayList<>();
        try {
            JsonNode filters = JSON.readTree(json);
            if (filters.isObject()) {
                filters.properties()
                        .forEach(entry -> add(
                                parts,
                                entry.getKey(),
                                operator(entry.getValue()),
                                value(entry.getValue()),
                                member,
                                context,
                                told));
            } else {
                for (JsonNode row : filters) {
                    int first = row.size() >= 4 ? 1 : 0;
                    if (row.size() >= 3) {
                        add(
                                parts,
                                row.get(first).asText(),
                                row.get(first + 1).asText(),
                                row.get(first + 2),
                                member,
                                context,
                                told);
                    }
                }
            }
        } catch (JsonProcessingException code) {
            told.accept("its filters are code");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" && ", parts));
    }

    private static String operator(JsonNode value) {
        return value.isArray() && value.size() == 2 ? value.get(0).asText() : "=";
    }

    private static JsonNode value(JsonNode value) {
        return value.isArray() && value.size() == 2 ? value.get(1) : value;
    }

    private static void add(
            List<String> parts,
            String field,
            String operator,
            JsonNode value,
            Site.Member member,
            AppContext context,
            Consumer<String> told) {
        JsonNode constant = value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
        context.field(member, field)
                .flatMap(found -> Filters.condition(found, operator, new Filters.Constant(constant)))
                .ifPresentOrElse(
                        parts::add, () -> told.accept("its filter `" + field + " " + operator + " " + value + "`"));
    }
}
