package io.armature.engine.query.read;

import io.armature.engine.query.sql.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Writes row after row to a stream as JSON objects. For one thread. */
public final class JsonRows {
    private static final int USUAL_BYTES = 2048;

    private final List<Layout> layout;
    private final JsonBytes json = new JsonBytes(USUAL_BYTES);

    public JsonRows(List<Layout> layout) {
        this.layout = List.copyOf(layout);
    }

    /** Writes the row at which the result stands. */
    public void write(ResultSet row, OutputStream out) throws SQLException, IOException {
        RowWriter.write(row, layout, json);
        json.drainTo(out);
    }
}
