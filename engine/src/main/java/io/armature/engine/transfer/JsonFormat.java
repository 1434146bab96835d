package io.armature.engine.transfer;

import io.armature.engine.query.read.JsonRows;
import io.armature.engine.query.sql.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;

/** JSON: one array of records, or with {@code ndjson} a record a line. */
final class JsonFormat implements ExportFormat {
    private final boolean lines;

    JsonFormat(boolean lines) {
        this.lines = lines;
    }

    @Override
    public String name() {
        return lines ? "ndjson" : "json";
    }

    @Override
    public String mediaType() {
        return lines ? "application/x-ndjson" : "application/json";
    }

    @Override
    public ExportWriter open(OutputStream out, List<Layout> layout, ExportOrder order) throws IOException {
        JsonRows rows = new JsonRows(layout);
        if (!lines) {
            out.write('[');
        }
        return new ExportWriter() {
            private boolean first = true;

            @Override
            public void row(ExportRow row) throws SQLException, IOException {
                if (!first && !lines) {
                    out.write(',');
                }
                first = false;
                row.json(rows, out);
                out.write('\n');
            }

            @Override
            public void finish() throws IOException {
                if (!lines) {
                    out.write(']');
                }
            }
        };
    }
}
