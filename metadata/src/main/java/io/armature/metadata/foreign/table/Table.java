package io.armature.metadata.foreign.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table as a file has it: a line of headers, then rows of the same width.
 *
 * @param name of the file or the sheet
 * @param file where it stands, for the report
 * @param above what stands above the headers, a line each: a title, say
 * @param unnamed the headers that are made up, of columns that have none
 */
record Table(
        String name,
        String file,
        List<String> headers,
        List<List<String>> rows,
        List<String> above,
        List<String> unnamed) {

    Table {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        above = List.copyOf(above);
        unnamed = List.copyOf(unnamed);
    }

    /** The cells of a column that are not empty. */
    List<String> filled(int column) {
        return cells(column).filter(cell -> !cell.isEmpty()).toList();
    }

    Stream<String> cells(int column) {
        return rows.stream().map(row -> row.get(column));
    }
}
