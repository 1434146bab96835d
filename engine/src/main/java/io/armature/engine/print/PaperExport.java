package io.armature.engine.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.Layout;
import io.armature.engine.transfer.ExportFormat;
import io.armature.engine.transfer.ExportOrder;
import io.armature.engine.transfer.ExportWriter;
import io.armature.engine.transfer.Exports;
import io.armature.engine.write.ExactJson;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** Exports records on paper: read as every export is, set as lists are printed. Safe for many threads. */
final class PaperExport {

    static final String NAME = "pdf";

    /** Some hundred pages: more are read by programs, not by people, and pages are set in memory. */
    private static final int MOST_RECORDS = 5_000;

    private static final ObjectMapper JSON = ExactJson.mapper();

    private final Access access;
    private final Exports exports;
    private final PdfPress press;
    private final Clock clock;

    PaperExport(Access access, Exports exports, PdfPress press, Clock clock) {
        this.access = access;
        this.exports = exports;
        this.press = press;
        this.clock = clock;
    }

    /** @throws ProblemException when the caller may not export, or the records are too many for paper */
    PrintedFile print(RequestContext context, Entity entity, ExportOrder order) {
        access.require(context, Verb.EXPORT, entity);
        Printing printing = Printing.ofList(context, access.policy(context).visible(), order.query());
        RecordQuery query = printing.query(entity, order.query());
        int most = Math.min(query.limit(), MOST_RECORDS + 1);
        JsonNode records = read(context, order.with(query.atMost(most)));
        if (records.size() > MOST_RECORDS) {
            throw new ProblemException(Problem.inValue(ProblemCode.PAPER_TOO_LONG, "", Integer.toString(MOST_RECORDS)));
        }
        return printing.list(
                records, printing.plural(entity), access.moment(context, clock.instant()), PrintForm.PDF, press);
    }

    private JsonNode read(RequestContext context, ExportOrder order) {
        ExportFormat json = exports.format("json").orElseThrow();
        try (InputStream content = exports.open(context, order, new OnPaper(json))) {
            return JSON.readTree(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The trail names what the caller gets, not what it is made of. */
    private record OnPaper(ExportFormat json) implements ExportFormat {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String mediaType() {
            return PrintForm.PDF.mediaType();
        }

        @Override
        public ExportWriter open(OutputStream out, List<Layout> layout, ExportOrder order) throws IOException {
            return json.open(out, layout, order);
        }
    }
}
