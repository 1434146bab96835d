package io.armature.engine.transfer;

import io.armature.engine.query.read.JsonRows;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A record on its way into a file. */
public sealed interface ExportRow permits ExportRow.Read, ShownRow {

    /** Whether a value may not be told of this record. */
    boolean isHidden(ExportColumn column) throws SQLException;

    /** The text of a value, as a reader of the table wants it; null where there is none. */
    @Nullable
    String text(ExportColumn column) throws SQLException;

    /** Writes all of it as JSON. */
    void json(JsonRows rows, OutputStream out) throws SQLException, IOException;

    /** The row at which a result stands. */
    record Read(ResultSet row) implements ExportRow {
        @Override
        public boolean isHidden(ExportColumn column) throws SQLException {
            return column.isHidden(row);
        }

        @Override
        public @Nullable String text(ExportColumn column) throws SQLException {
            return column.text(row);
        }

        @Override
        public void json(JsonRows rows, OutputStream out) throws SQLException, IOException {
            rows.write(row, out);
        }
    }
}
