package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document of Frappe as its JSON file has it: flags are 0 and 1, and what is empty may be null, missing or {@code ""}.
 *
 * @param file the path below the folder that is imported
 */
record Doc(String file, ObjectNode json) {

    /** A text, or a number as text; nothing where it is empty. */
    Optional<String> text(String key) {
        JsonNode value = json.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    boolean flag(String key) {
        JsonNode value = json.path(key);
        return value.isBoolean()
                ? value.booleanValue()
                : number(key).map(BigDecimal::signum).orElse(0) != 0;
    }

    Optional<BigDecimal> number(String key) {
        return text(key).flatMap(Doc::parse);
    }

    static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The rows of a child table. */
    List<Doc> rows(String key) {
        List<Doc> rows = new ArrayList<>();
        for (JsonNode row : json.path(key)) {
            if (row instanceof ObjectNode object) {
                rows.add(new Doc(file, object));
            }
        }
        return rows;
    }

    /** Lines of a text, without the blank ones. */
    List<String> lines(String key) {
        return text(key).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    String doctype() {
        return text("doctype", "");
    }

    String name() {
        return text("name", "");
    }

    String fieldname() {
        return text("fieldname", "");
    }

    String fieldtype() {
        return text("fieldtype", "Data");
    }

    /** Whether a value says anything, where a text {@code "0"} does: a default, say. */
    static boolean isThere(JsonNode value) {
        return says(value) || value.isTextual() && !value.asText().isEmpty();
    }

    /** Whether a value says anything: not null, 0, "0" or empty. */
    static boolean says(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return false;
        }
        if (value.isContainerNode()) {
            return !value.isEmpty();
        }
        String text = value.asText();
        return !text.isEmpty() && !text.equals("0") && !text.equals("false") && !text.equals("0.0");
    }
}
