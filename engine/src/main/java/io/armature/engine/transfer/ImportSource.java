package io.armature.engine.transfer;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
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
    static ImportSource open(ImportFormat format, InputStream file, Model model, Entity entity) throws IOException {
        InputStream buffered = new BufferedInputStream(file);
        Cells cells = new Cells(model, entity);
        return switch (format) {
            case CSV -> new CsvSource(buffered, cells);
            case JSON -> new JsonSource(buffered);
            case XLSX -> new XlsxSource(buffered, cells);
        };
    }
}
