package io.armature.engine.print;

import io.armature.engine.access.Access;
import io.armature.engine.current.RequestContext;
import io.armature.engine.transfer.ExportFormat;
import io.armature.engine.transfer.ExportOrder;
import io.armature.engine.transfer.Exports;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Records as files of every kind: tables, which are written while they are read, and paper. Safe for many threads. */
public final class ExportFiles {

    private final Exports exports;
    private final PaperExport paper;

    public ExportFiles(Access access, Exports exports, PdfPress press, Clock clock) {
        this.exports = exports;
        this.paper = new PaperExport(access, exports, press, clock);
    }

    /**
     * An exported file on its way.
     *
     * @param content to be closed by who reads it
     */
    public record File(InputStream content, String mediaType) {}

    /** How files can be asked for; also how their names end. */
    public List<String> formats() {
        return Stream.concat(exports.formats().stream(), Stream.of(PaperExport.NAME))
                .toList();
    }

    /**
     * The records of an order as a file.
     *
     * @param asked where the format stands in what was asked, for who got it wrong
     * @throws ProblemException when there is no such format, the caller may not export, or the query cannot be run
     */
    public File open(RequestContext context, Entity entity, ExportOrder order, String format, String asked) {
        if (format.equals(PaperExport.NAME)) {
            PrintedFile printed = paper.print(context, entity, order);
            return new File(new ByteArrayInputStream(printed.bytes()), printed.mediaType());
        }
        ExportFormat known = exports.format(format)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.PARAMETER_OPTIONS, asked, "format", String.join(", ", formats()))));
        return new File(exports.open(context, order, known), known.mediaType());
    }
}
