package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One field on its way to a DocField. */
final class ExportedField {

    /** Our types, and Frappe's. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("text", "Data"),
            Map.entry("longText", "Small Text"),
            Map.entry("markdown", "Markdown Editor"),
            Map.entry("html", "Text Editor"),
            Map.entry("code", "Code"),
            Map.entry("integer", "Int"),
            Map.entry("decimal", "Float"),
            Map.entry("money", "Currency"),
            Map.entry("percent", "Percent"),
            Map.entry("boolean", "Check"),
            Map.entry("date", "Date"),
            Map.entry("time", "Time"),
            Map.entry("dateTime", "Datetime"),
            Map.entry("duration", "Duration"),
            Map.entry("email", "Data"),
            Map.entry("phone", "Data"),
            Map.entry("url", "Data"),
            Map.entry("color", "Color"),
            Map.entry("rating", "Rating"),
            Map.entry("choice", "Select"),
            Map.entry("link", "Link"),
            Map.entry("user", "Link"),
            Map.entry("linkAny", "Dynamic Link"),
            Map.entry("lines", "Table"),
            Map.entry("file", "Attach"),
            Map.entry("image", "Attach Image"),
            Map.entry("signature", "Signature"),
            Map.entry("barcode", "Barcode"),
            Map.entry("geo", "Geolocation"),
            Map.entry("json", "JSON"),
            Map.entry("secret", "Password"),
            Map.entry("password", "Password"),
            Map.entry("lookup", "Read Only"),
            Map.entry("formula", "Read Only"));

    private static final Map<String, String> OPTIONS = Map.of("email", "Email", "phone", "Phone", "url", "URL");
    private static final Map<String, String> FLAGS = Map.of(
            "required", "reqd",
            "unique", "unique",
            "index", "search_index",
            "inList", "in_list_view",
            "hidden", "hidden",
            "setOnce", "set_only_once");

    private ExportedField() {}

    static ObjectNode of(String name, JsonNode written, Map<String, String> doctypes) {
        JsonNode tree =
                written.isTextual() ? JsonNodeFactory.instance.objectNode().set("type", written) : written;
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        field.put("fieldname", name);
        JsonNode hints = tree.path(Hints.KEY);
        hints.properties().forEach(hint -> field.set(hint.getKey(), ExportedType.plain(hint.getValue())));
        FLAGS.forEach((ours, theirs) -> {
            boolean byCondition = ours.equals("required") && hints.has("mandatory_depends_on");
            if (tree.path(ours).isBoolean() && tree.path(ours).booleanValue() && !byCondition) {
                field.put(theirs, 1);
            }
        });
        if (tree.path("afterSubmit").asText().equals("editable")) {
            field.put("allow_on_submit", 1);
        }
        text(tree, "title", field, "label");
        text(tree, "help", field, "description");
        text(tree, "placeholder", field, "placeholder");
        if (hints.isMissingNode()) {
            derived(name, tree, field, doctypes);
        }
        return field;
    }

    private static void text(JsonNode tree, String ours, ObjectNode field, String theirs) {
        if (tree.path(ours).isTextual()) {
            field.set(theirs, tree.path(ours));
        }
    }

    /** The nearest of Frappe's, for a field that was never theirs. */
    private static void derived(String name, JsonNode tree, ObjectNode field, Map<String, String> doctypes) {
        String type = tree.path("type").asText();
        if (name.equals("name")) {
            field.put("fieldname", "name_1");
        }
        field.put("fieldtype", TYPES.getOrDefault(type, "Data"));
        if (!field.has("label")) {
            field.put(
                    "label",
                    Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' '));
        }
        if (OPTIONS.containsKey(type)) {
            field.put("options", OPTIONS.get(type));
        }
        switch (type) {
            case "choice" -> field.put("options", String.join("\n", options(tree.path("options"))));
            case "user" -> field.put("options", "User");
            case "link", "lines" -> {
                String to = tree.path(type.equals("link") ? "to" : "of").asText();
                field.put("options", doctypes.getOrDefault(to, to));
            }
            case "lookup", "formula" -> field.put("read_only", 1);
            default -> {
                // Has no options.
            }
        }
        JsonNode value = tree.path("default");
        if (value.isNumber() || value.isBoolean()) {
            field.put("default", value.isBoolean() ? value.booleanValue() ? "1" : "0" : value.asText());
        } else if (type.equals("choice") && value.isTextual()) {
            field.put("default", value.asText());
        }
    }

    private static List<String> options(JsonNode options) {
        List<String> keys = new ArrayList<>();
        if (options.isArray()) {
            options.forEach(option -> keys.add(option.asText()));
        } else {
            options.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }
}
