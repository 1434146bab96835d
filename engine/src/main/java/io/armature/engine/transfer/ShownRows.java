package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.db.RowVisitor;
import io.armature.engine.query.read.JsonRows;
import io.armature.engine.query.sql.Layout;
import io.armature.engine.write.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Has functions of packs change what is shown of the records of a stream, some at a time, before they go into a file. */
final class ShownRows implements RowVisitor {

    /** They have one budget. */
    private static final int AT_ONCE = 200;

    private static final ObjectMapper JSON = ExactJson.mapper();

    private final JsonRows rows;
    private final ExportWriter writer;
    private final Consumer<List<ObjectNode>> show;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<ObjectNode> waiting = new ArrayList<>(AT_ONCE);

    ShownRows(List<Layout> layout, ExportWriter writer, Consumer<List<ObjectNode>> show) {
        this.rows = new JsonRows(layout);
        this.writer = writer;
        this.show = show;
    }

    @Override
    public void visit(ResultSet row) throws SQLException {
        try {
            bytes.reset();
            rows.write(row, bytes);
            waiting.add((ObjectNode) JSON.readTree(bytes.toByteArray()));
            if (waiting.size() == AT_ONCE) {
                finish();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Writes those that wait. */
    void finish() throws SQLException, IOException {
        show.accept(waiting);
        for (ObjectNode record : waiting) {
            writer.row(new ShownRow(record));
        }
        waiting.clear();
    }
}
