package io.armature.engine.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The records of a file, one after the other; never all of them in memory. */
interface ImportSource extends AutoCloseable {

    /** The next record; empty at the end. */
    Optional<ImportRow> next() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file. */
    static ImportSource open(ImportFormat format, InputStream file, RowMaker cells, ImportMapping mapping)
            throws IOException {
        InputStream buffered = new BufferedInputStream(file);
        return switch (format) {
            case CSV -> new CsvSource(buffered, cells);
            case JSON -> new JsonSource(buffered, mapping);
            case XLSX -> new XlsxSource(buffered, cells);
        };
    }
}
