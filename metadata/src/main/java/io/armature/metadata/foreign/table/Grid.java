package io.armature.metadata.foreign.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of cells of any width, as files have them, on their way to a table. */
final class Grid {

    private Grid() {}

    /**
     * The table: the first row with something in it is the headers, columns without a header are left out, and so are empty
     * rows. Nothing where there are no headers.
     */
    static Optional<Table> table(String name, String file, List<List<String>> grid) {
        List<List<String>> lines = grid.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = lines.getFirst();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).isBlank()) {
                columns.add(i);
            }
        }
        List<String> headers = columns.stream().map(i -> first.get(i).strip()).toList();
        List<List<String>> rows = lines.stream()
                .skip(1)
                .map(row -> columns.stream()
                        .map(i -> i < row.size() ? row.get(i).strip() : "")
                        .toList())
                .toList();
        return Optional.of(new Table(name, file, headers, rows));
    }
}
