package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maps {@code link_filters}: rows of DocType, field, operator and value that say which records can be chosen. */
final class LinkFilters {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkFilters() {}

    static void translate(String filters, Site site, Site.Member member, Mapped mapped) {
        Optional<Site.Member> target =
                site.find(member.type().app(), mapped.field().text("options", ""));
        if (target.isEmpty() || !mapped.type().equals("link")) {
            mapped.differs("link_filters are kept only");
            return;
        }
        List<String> parts = new ArrayList<>();
        try {
            for (JsonNode row : rows(JSON.readTree(filters))) {
                Optional<String> part = condition(row, site, target.get(), member);
                if (part.isEmpty()) {
                    mapped.differs("the link filter " + row + " has no counterpart");
                } else {
                    parts.add(part.get());
                }
            }
        } catch (JsonProcessingException malformed) {
            mapped.differs("link_filters are not JSON");
        }
        if (!parts.isEmpty()) {
            mapped.tree().put("filter", String.join(" && ", parts));
        }
    }

    /** A mapping of fields to values says the same as rows. */
    private static Iterable<JsonNode> rows(JsonNode filters) {
        if (!filters.isObject()) {
            return filters;
        }
        List<JsonNode> rows = new ArrayList<>();
        filters.properties().forEach(entry -> {
            ArrayNode row = JSON.createArrayNode().add(entry.getKey());
            boolean pair = entry.getValue().isArray() && entry.getValue().size() == 2;
            rows.add(
                    pair
                            ? row.addAll((ArrayNode) entry.getValue())
                            : row.add("=").add(entry.getValue()));
        });
        return rows;
    }

    /** {@code [doctype, field, operator, value]}, or without the DocType. */
    private static Optional<String> condition(JsonNode row, Site site, Site.Member target, Site.Member member) {
        int first = row.size() >= 4 ? 1 : 0;
        if (row.size() < first + 3) {
            return Optional.empty();
        }
        Optional<Value> field = new ConditionNames(site, target, any -> Optional.empty())
                .field(row.get(first).asText());
        return field.flatMap(found ->
                Filters.condition(found, row.get(first + 1).asText(), value(row.get(first + 2), site, member)));
    }

    /** A constant, or {@code eval:doc.field}: a field of the record that links. */
    private static Filters.Operand value(JsonNode value, Site site, Site.Member member) {
        String text = value.asText();
        if (!text.startsWith("eval:")) {
            return new Filters.Constant(value);
        }
        String name = text.substring("eval:".length()).strip();
        Optional<Value> field = name.startsWith("doc.")
                ? new ConditionNames(site, member, any -> Optional.empty()).field(name.substring("doc.".length()))
                : Optional.empty();
        return new Filters.Computed(field.filter(found -> found.sort() != Sort.ROWS)
                .map(found -> Value.of(found.sort(), "record." + found.key().orElse(found.text()))));
    }
}
