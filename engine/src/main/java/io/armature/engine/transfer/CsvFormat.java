package io.armature.engine.transfer;

import io.armature.engine.query.sql.Encoding;
import io.armature.engine.query.sql.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Comma-separated values as in RFC 4180, in UTF-8, the first line naming the columns. */
final class CsvFormat implements ExportFormat {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return TableTypes.CSV;
    }

    @Override
    public ExportWriter open(OutputStream out, List<Layout> layout, ExportOrder order) throws IOException {
        List<ExportColumn> columns = ExportColumn.of(layout);
        CsvText line = new CsvText();
        columns.forEach(column -> line.add(column.name()));
        write(line, out);
        return new Writer(out, columns, order.harmless());
    }

    private record Writer(OutputStream out, List<ExportColumn> columns, boolean harmless) implements ExportWriter {
        @Override
        public void row(ExportRow row) throws SQLException, IOException {
            CsvText line = new CsvText();
            for (ExportColumn column : columns) {
                if (row.isHidden(column)) {
                    line.add(ExportColumn.HIDDEN);
                } else if (harmless && column.encoding() == Encoding.TEXT) {
                    line.addHarmless(row.text(column));
                } else {
                    line.add(row.text(column));
                }
            }
            write(line, out);
        }

        @Override
        public void finish() {
            // The last line has its end already.
        }
    }

    private static void write(CsvText line, OutputStream out) throws IOException {
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }
}
