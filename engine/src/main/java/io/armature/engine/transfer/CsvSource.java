package io.armature.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values (RFC 4180), the first line naming the columns. Semicolons and tabs separate too when the
 * first line has them and no comma.
 */
final class CsvSource implements ImportSource {

    private static final int END = -1;
    private static final char MARK = '\uFEFF';
    /** So that one quotation mark too few does not draw a whole file into one cell. */
    private static final int LONGEST_CELL = 1_000_000;

    private static final int LONGEST_LINE = 10_000_000;
    /** As many as a spreadsheet has. */
    private static final int MOST_CELLS = 16_384;

    private final PushbackReader reader;
    private final RowMaker cells;
    private final List<String> header;
    private char separator;
    private long number;

    CsvSource(InputStream file, RowMaker cells) throws IOException {
        this.cells = cells;
        reader = new PushbackReader(TextFile.reader(file));
        separator = '\0';
        header = line().map(names -> names.stream().map(String::strip).toList()).orElse(List.of());
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        Optional<List<String>> line = line();
        while (line.isPresent() && line.get().equals(List.of(""))) {
            line = line();
        }
        return line.map(values -> new ImportRow(
                ++number,
                cells.row(header, values.stream().map(CsvText::harmful).toList())));
    }

    private Optional<List<String>> line() throws IOException {
        int first = reader.read();
        if (first == MARK) {
            first = reader.read();
        }
        if (first == END) {
            return Optional.empty();
        }
        reader.unread(first);
        List<String> values = new ArrayList<>();
        int end;
        long length = 0;
        do {
            StringBuilder cell = new StringBuilder();
            end = cell(cell);
            values.add(cell.toString());
            length += cell.length();
            if (values.size() > MOST_CELLS || length > LONGEST_LINE) {
                throw new IOException(
                        "A line has more than " + MOST_CELLS + " cells, or " + LONGEST_LINE + " characters");
            }
        } while (end != '\n' && end != END);
        return Optional.of(values);
    }

    /** Reads one cell; what ended it. */
    private int cell(StringBuilder cell) throws IOException {
        int character = reader.read();
        if (character == '"') {
            quoted(cell);
            character = reader.read();
        }
        while (character != END && character != '\n' && !separates(character)) {
            if (character != '\r') {
                append(cell, character);
            }
            character = reader.read();
        }
        return character;
    }

    private void quoted(StringBuilder cell) throws IOException {
        for (int character = reader.read(); character != END; character = reader.read()) {
            if (character == '"') {
                int next = reader.read();
                if (next != '"') {
                    if (next != END) {
                        reader.unread(next);
                    }
                    return;
                }
            }
            append(cell, character);
        }
    }

    private static void append(StringBuilder cell, int character) throws IOException {
        if (cell.length() == LONGEST_CELL) {
            throw new IOException("A cell has more than " + LONGEST_CELL + " characters");
        }
        cell.append((char) character);
    }

    /** The first separator that is met is the file's. */
    private boolean separates(int character) {
        if (separator == '\0' && (character == ',' || character == ';' || character == '\t')) {
            separator = (char) character;
        }
        return character == separator;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
