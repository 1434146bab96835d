package io.armature.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of comma-separated values as in RFC 4180. Not safe for several threads. */
public final class CsvText {

    /** What a spreadsheet would run, and what looks as if it had been kept from that already. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final List<String> cells = new ArrayList<>();

    /** A cell; an empty text is told from no value by its quotes. */
    public CsvText add(@Nullable String text) {
        cells.add(text == null ? "" : needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
        return this;
    }

    /** A cell whose text no spreadsheet runs as a formula. */
    public CsvText addHarmless(@Nullable String text) {
        return add(text != null && FORMULA.matcher(text).matches() ? "'" + text : text);
    }

    /** What {@link #addHarmless} was given. */
    static String harmful(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private static boolean needsQuotes(String text) {
        return text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }

    /** The line with its end. */
    @Override
    public String toString() {
        return String.join(",", cells) + "\r\n";
    }
}
