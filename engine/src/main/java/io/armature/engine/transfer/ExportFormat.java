package io.armature.engine.transfer;

import io.armature.engine.query.sql.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A kind of file that records are exported to. Stateless; one instance each. */
public interface ExportFormat {
    /** As written in {@code format=}; also the ending of the file. */
    String name();

    String mediaType();

    /** Begins a file. */
    ExportWriter open(OutputStream out, List<Layout> layout, ExportOrder order) throws IOException;
}
