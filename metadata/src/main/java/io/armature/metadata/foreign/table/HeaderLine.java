package io.armature.metadata.foreign.table;

import java.util.List;

/**
 * Finds the line of headers. Above it there may be a title, or words that stand over several columns: it is the first line that
 * names more than half of the columns; where that is a row of values already, the line of words before it.
 */
final class HeaderLine {

    private static final int LOOKED_AT = 50;

    private final List<List<String>> lines;

    /** @param lines those that are not empty, at least one */
    HeaderLine(List<List<String>> lines) {
        this.lines = lines.subList(0, Math.min(lines.size(), LOOKED_AT));
    }

    int index() {
        long widest = lines.stream().mapToLong(HeaderLine::filled).max().orElse(0);
        int first = 0;
        while (filled(lines.get(first)) * 2 <= widest) {
            first++;
        }
        if (isWords(lines.get(first))) {
            return first;
        }
        for (int i = first - 1; i >= 0; i--) {
            if (filled(lines.get(i)) > 1 && isWords(lines.get(i))) {
                return i;
            }
        }
        return first;
    }

    private static long filled(List<String> line) {
        return line.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static boolean isWords(List<String> line) {
        return line.stream()
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> ColumnType.of(List.of(cell.strip())).isWords());
    }
}
