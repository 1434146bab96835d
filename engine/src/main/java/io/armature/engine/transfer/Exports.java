package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.RowVisitor;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.sql.Layout;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exports records to files, of which only a few kilobytes are in memory at once. Safe for many threads. */
public final class Exports {
    private final RecordReads records;
    private final Audit audit;
    private final List<ExportFormat> formats =
            List.of(new CsvFormat(), new JsonFormat(false), new JsonFormat(true), new XlsxFormat());

    public Exports(RecordReads records, Audit audit) {
        this.records = records;
        this.audit = audit;
    }

    /** The format of a name. */
    public Optional<ExportFormat> format(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** The names of all formats. */
    public List<String> formats() {
        return formats.stream().map(ExportFormat::name).toList();
    }

    /**
     * The file's bytes, made while they are read; close it to stop early.
     *
     * @throws ProblemException when the query cannot be run
     */
    public InputStream open(RequestContext context, ExportOrder order, ExportFormat format) {
        note(context, order, format);
        ExportPipe pipe = new ExportPipe();
        Thread.ofVirtual().name("export").start(() -> write(context, order, format, pipe));
        try {
            Throwable failure = pipe.failureBeforeFirst();
            if (failure != null) {
                throw asUnchecked(failure);
            }
            return pipe;
        } catch (IOException interrupted) {
            throw new UncheckedIOException(interrupted);
        }
    }

    private void note(RequestContext context, ExportOrder order, ExportFormat format) {
        RecordQuery query = order.query();
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("format", format.name());
        query.filter().ifPresent(filter -> details.put("filter", filter));
        query.search().ifPresent(words -> details.put("search", words));
        order.only().ifPresent(ids -> details.put("records", ids.size()));
        audit.note(
                context.tenant(),
                AuditEntry.of("export", query.entity(), context.origin())
                        .by(context.user().id())
                        .with(details.toString()));
    }

    private void write(RequestContext context, ExportOrder order, ExportFormat format, ExportPipe pipe) {
        try {
            writeTo(pipe.sink(), context, order, format);
            pipe.end(null);
        } catch (IOException | SQLException | RuntimeException | Error failure) {
            pipe.end(failure);
        }
    }

    private void writeTo(OutputStream out, RequestContext context, ExportOrder order, ExportFormat format)
            throws IOException, SQLException {
        RecordQuery query = order.query();
        List<ExportWriter> opened = new ArrayList<>();
        List<ShownRows> shown = new ArrayList<>();
        records.stream(context, query, order.only(), layout -> {
            ExportWriter writer = opened(out, layout, format, order);
            opened.add(writer);
            if (!records.isShownOtherwise(context, query)) {
                return visitor(writer);
            }
            shown.add(new ShownRows(layout, writer, page -> records.show(context, query, page)));
            return shown.getFirst();
        });
        for (ShownRows rows : shown) {
            rows.finish();
        }
        opened.getFirst().finish();
    }

    private static ExportWriter opened(OutputStream out, List<Layout> layout, ExportFormat format, ExportOrder order) {
        try {
            return format.open(out, layout, order);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static RowVisitor visitor(ExportWriter writer) {
        return row -> {
            try {
                writer.row(new ExportRow.Read(row));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
    }

    private static RuntimeException asUnchecked(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
