package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong in the rows of a file, as comma-separated values. */
final class ErrorTable {

    private static final String STARTS_FORMULA = "=+-@\t\r";
    private static final String END = "\r\n";

    private ErrorTable() {}

    static String of(JsonNode rows) {
        StringBuilder table = new StringBuilder(line(List.of("row", "field", "code", "message", "hint")));
        rows.forEach(row -> row.path("errors")
                .forEach(error -> table.append(line(List.of(
                        row.path("row").asText(),
                        field(error.path("path").asText("")),
                        error.path("code").asText(""),
                        error.path("message").asText(""),
                        error.path("hint").asText(""))))));
        return table.toString();
    }

    /** {@code name} of {@code rows[3].name}. */
    static String field(String path) {
        int dot = path.indexOf("].");
        return dot < 0 ? "" : path.substring(dot + 2);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ErrorTable::cell).collect(Collectors.joining(",")) + END;
    }

    /** Spreadsheets shall not take what stands there for a formula. */
    private static String cell(String text) {
        String harmless = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
