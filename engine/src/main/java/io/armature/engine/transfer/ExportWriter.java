package io.armature.engine.transfer;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes one file, row by row. */
public interface ExportWriter {
    /** Writes the row at which the result stands. */
    void row(ResultSet row) throws SQLException, IOException;

    /** Writes what comes after the last row. The stream stays open. */
    void finish() throws IOException;
}
