package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Records that an application brings. They are found again by {@code external_id}, which is their name in Frappe. A link to what
 * the application does not bring is left open; a record that cannot be without it is left out.
 */
final class FixtureMapping {

    private final AppContext context;
    private final SequencedMap<String, SequencedMap<String, Doc>> docs = new LinkedHashMap<>();

    FixtureMapping(AppContext context) {
        this.context = context;
    }

    void add(Doc doc) {
        docs.computeIfAbsent(doc.doctype(), any -> new LinkedHashMap<>()).putIfAbsent(doc.name(), doc);
    }

    void write() {
        for (String doctype : List.copyOf(docs.keySet())) {
            Optional<Site.Member> member = context.member(doctype)
                    .filter(found -> found.pack().equals(context.pack()))
                    .filter(found -> !found.type().isChild()
                            && !found.type().isSingle()
                            && !found.type().isVirtual());
            if (member.isEmpty()) {
                String why = "records of `" + doctype + "` have no place in this application";
                Optional.ofNullable(docs.remove(doctype))
                        .ifPresent(all -> all.values().forEach(doc -> context.told(Outcome.LEFT_OUT, doc, why)));
            }
        }
        docs.forEach((doctype, all) ->
                context.member(doctype).ifPresent(member -> records(member, List.copyOf(all.values()))));
    }

    private void records(Site.Member member, List<Doc> all) {
        ObjectNode data = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        data.putArray("records");
        for (Doc doc : all) {
            List<String> differences = new ArrayList<>();
            Optional<ObjectNode> record = record(member, doc, differences);
            if (record.isPresent()) {
                data.withArray("records").add(record.get());
                context.told(doc, differences);
            } else {
                context.told(Outcome.LEFT_OUT, doc, String.join("; ", differences));
            }
        }
        if (!data.path("records").isEmpty()) {
            context.drafts()
                    .add(new Draft(
                            Kind.DATA, member.entity(), data, all.getFirst().file()));
        }
    }

    private Optional<ObjectNode> record(Site.Member member, Doc doc, List<String> differences) {
        ObjectNode record = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        record.put("external_id", doc.name());
        if (member.naming().kind() == Naming.Kind.PROMPT) {
            record.put("name", doc.name());
        }
        return fill(record, member, doc, differences);
    }

    private Optional<ObjectNode> fill(ObjectNode record, Site.Member member, Doc doc, List<String> differences) {
        for (Doc field : member.type().data()) {
            JsonNode value = doc.json().path(field.fieldname());
            boolean nothing =
                    value.isMissingNode() || value.isNull() || value.asText().isEmpty() && value.isValueNode();
            String name = member.fields().getOrDefault(field.fieldname(), field.fieldname());
            Optional<JsonNode> ours =
                    nothing || DocType.isComputed(field) ? Optional.empty() : value(member, field, value);
            ours.ifPresent(found -> record.set(name, found));
            if (!nothing && ours.isEmpty() && Doc.says(value)) {
                differences.add("its `" + field.fieldname() + "` is left open");
            }
            if (ours.isEmpty() && field.flag("reqd") && field.text("default").isEmpty()) {
                differences.add("it has no `" + field.fieldname() + "`");
                return Optional.empty();
            }
        }
        return Optional.of(record);
    }

    private Optional<JsonNode> value(Site.Member member, Doc field, JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
        Mapped mapped = new TypeMapping(context.site()).map(member, field);
        String text = value.asText();
        return switch (mapped.type()) {
            case "boolean" -> Optional.of(json.booleanNode(Doc.says(value)));
            case "integer" -> Doc.parse(text).map(number -> json.numberNode(number.longValue()));
            case "decimal", "money", "percent" -> Doc.parse(text).map(json::numberNode);
            case "text" -> fitting(text, mapped.tree().path("max").asInt());
            case "longText", "html", "markdown", "code" -> Optional.of(json.textNode(text));
            case "choice" -> option(mapped.tree().path("options"), text);
            case "date" -> matching(text, "\\d{4}-\\d{2}-\\d{2}");
            case "time" -> matching(text, "[0-2]\\d:[0-5]\\d:[0-5]\\d");
            case "dateTime" ->
                matching(text, "\\d{4}-\\d{2}-\\d{2} [0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?")
                        .map(moment -> json.textNode(moment.asText().replace(' ', 'T') + "Z"));
            case "email" -> matching(text, "[\\w.%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
            case "url" -> matching(text, "https?://[\\w./?&=%#:~+-]+");
            case "color" -> matching(text, "#[0-9A-Fa-f]{6}");
            case "link" -> link(field, text);
            case "lines" -> lines(field, value);
            default -> Optional.empty();
        };
    }

    /** The rows of a table; nothing where one of them cannot be told. */
    private Optional<JsonNode> lines(Doc field, JsonNode value) {
        Optional<Site.Member> child = context.member(field.text("options", ""));
        if (child.isEmpty() || !value.isArray()) {
            return Optional.empty();
        }
        ArrayNode lines = JsonNodeFactory.withExactBigDecimals(true).arrayNode();
        for (JsonNode row : value) {
            Optional<ObjectNode> line = row instanceof ObjectNode object
                    ? fill(lines.objectNode(), child.get(), new Doc("", object), new ArrayList<>())
                    : Optional.empty();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            lines.add(line.get());
        }
        return Optional.of(lines);
    }

    private static Optional<JsonNode> fitting(String text, int longest) {
        return text.length() <= longest && text.lines().count() <= 1
                ? Optional.of(JsonNodeFactory.instance.textNode(text))
                : Optional.empty();
    }

    private static Optional<JsonNode> matching(String text, String pattern) {
        return text.matches(pattern) ? Optional.of(JsonNodeFactory.instance.textNode(text)) : Optional.empty();
    }

    private static Optional<JsonNode> option(JsonNode options, String text) {
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            if (option.getValue().asText().equals(text)) {
                return Optional.of(JsonNodeFactory.instance.textNode(option.getKey()));
            }
        }
        for (JsonNode option : options) {
            if (options.isArray() && option.asText().equals(text)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> link(Doc field, String name) {
        Optional<Doc> target =
                Optional.ofNullable(docs.get(field.text("options", ""))).map(all -> all.get(name));
        return target.map(found -> JsonNodeFactory.instance.objectNode().put("external_id", name));
    }
}
