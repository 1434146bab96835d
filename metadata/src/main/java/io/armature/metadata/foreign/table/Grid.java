package io.armature.metadata.foreign.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of cells of any width, as files have them, on their way to a table. */
final class Grid {

    private static final int LETTERS = 26;

    private final List<List<String>> lines;
    private final int headers;

    private Grid(List<List<String>> lines) {
        this.lines = lines;
        this.headers = new HeaderLine(lines).index();
    }

    /**
     * The table. Empty rows are left out, and so are columns without a header and a value; one that has values alone is
     * called by its letter, as spreadsheets have it. Nothing where nothing stands in it.
     */
    static Optional<Table> table(String name, String file, List<List<String>> grid) {
        List<List<String>> lines = grid.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Grid(lines).table(name, file));
    }

    private Table table(String name, String file) {
        List<String> first = lines.get(headers);
        List<List<String>> below = lines.subList(headers + 1, lines.size());
        int width = below.stream().mapToInt(List::size).reduce(first.size(), Math::max);
        boolean[] filled = new boolean[width];
        for (List<String> row : below) {
            for (int i = 0; i < row.size(); i++) {
                filled[i] |= !row.get(i).isBlank();
            }
        }
        List<Integer> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String header = cell(first, i);
            if (header.isEmpty() && filled[i]) {
                header = "Column " + letters(i);
                unnamed.add(header);
            }
            if (!header.isEmpty()) {
                columns.add(i);
                names.add(header);
            }
        }
        List<List<String>> rows = below.stream()
                .map(row -> columns.stream().map(i -> cell(row, i)).toList())
                .toList();
        List<String> above = lines.subList(0, headers).stream().map(Grid::line).toList();
        return new Table(name, file, names, rows, above, unnamed);
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    private static String line(List<String> row) {
        return String.join(
                " ",
                row.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList());
    }

    /** {@code A} to {@code Z}, then {@code AA}. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
