package io.armature.metadata.foreign.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the rows of a table as CSV, as the data of packs and the import of records read it. */
final class TableRows {

    private static final Pattern SPECIAL = Pattern.compile("[,\"\\n\\r]|^\\s|\\s$");

    private final TableShape shape;
    private final List<Optional<TableShape>> targets = new ArrayList<>();

    TableRows(TableShape shape, TableLinks links) {
        this.shape = shape;
        for (int i = 0; i < shape.fields().size(); i++) {
            targets.add(links.target(shape, i));
        }
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder();
        boolean numbered = shape.key().isEmpty();
        text.append(numbered ? "external_id," : "");
        line(text, header());
        int number = 0;
        for (List<String> row : shape.table().rows()) {
            number++;
            text.append(numbered ? shape.entity() + "-" + number + "," : "");
            line(text, cells(row));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        for (int i = 0; i < shape.fields().size(); i++) {
            String field = shape.fields().get(i);
            header.add(
                    targets.get(i).map(other -> field + "." + other.keyField()).orElse(field));
        }
        return header;
    }

    private List<String> cells(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            boolean link = targets.get(i).isPresent();
            String cell = row.get(i);
            cells.add(
                    link || cell.isEmpty() ? cell : shape.types().get(i).write().apply(cell));
        }
        return cells;
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",");
            String cell = cells.get(i);
            text.append(SPECIAL.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append('\n');
    }
}
