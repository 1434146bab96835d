package io.armature.engine.transfer;

import io.armature.engine.query.sql.Encoding;
import io.armature.engine.query.sql.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as in RFC 4180, in UTF-8, the first line naming the columns. */
final class CsvFormat implements ExportFormat {
    private static final String STARTS_FORMULA = "=+-@\t\r";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public ExportWriter open(OutputStream out, List<Layout> layout, ExportOptions options) throws IOException {
        List<ExportColumn> columns = ExportColumn.of(layout);
        StringBuilder line = new StringBuilder();
        for (ExportColumn column : columns) {
            append(line, column.name());
        }
        end(line, out);
        return new Writer(out, columns, options.harmless());
    }

    private record Writer(OutputStream out, List<ExportColumn> columns, boolean harmless) implements ExportWriter {
        @Override
        public void row(ExportRow row) throws SQLException, IOException {
            StringBuilder line = new StringBuilder();
            for (ExportColumn column : columns) {
                if (row.isHidden(column)) {
                    append(line, ExportColumn.HIDDEN);
                    continue;
                }
                String text = row.text(column);
                append(line, harmless && column.encoding() == Encoding.TEXT ? disarmed(text) : text);
            }
            end(line, out);
        }

        @Override
        public void finish() {
            // The last line has its end already.
        }
    }

    private static @Nullable String disarmed(@Nullable String text) {
        return text != null && !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void append(StringBuilder line, @Nullable String text) {
        if (text != null && needsQuotes(text)) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else if (text != null) {
            line.append(text);
        }
        line.append(',');
    }

    /** An empty text is told from no value by its quotes. */
    private static boolean needsQuotes(String text) {
        return text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }

    private static void end(StringBuilder line, OutputStream out) throws IOException {
        line.setLength(Math.max(0, line.length() - 1));
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
