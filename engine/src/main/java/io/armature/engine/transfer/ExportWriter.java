package io.armature.engine.transfer;

import java.io.IOException;
import java.sql.SQLException;

/** Writes one file, row by row. */
public interface ExportWriter {
    /** Writes a record. */
    void row(ExportRow row) throws SQLException, IOException;

    /** Writes what comes after the last row. The stream stays open. */
    void finish() throws IOException;
}
