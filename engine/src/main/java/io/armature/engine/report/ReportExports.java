package io.armature.engine.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports as files, for whoever may export the records that they count. Safe for many threads. */
@Singleton
public final class ReportExports {

    private final Reports reports;
    private final ReportTables tables;
    private final List<ReportFile> files;
    private final Access access;
    private final Audit audit;

    public ReportExports(Reports reports, ReportTables tables, List<ReportFile> files, Access access, Audit audit) {
        this.reports = reports;
        this.tables = tables;
        this.files =
                files.stream().sorted(Comparator.comparing(ReportFile::name)).toList();
        this.access = access;
        this.audit = audit;
    }

    /**
     * A file.
     *
     * @param name with its ending
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Exported(String name, String mediaType, byte[] bytes) {}

    /**
     * A report as a file, in the words of the caller's language.
     *
     * @param filter a condition of the caller, besides that of the report
     * @throws ProblemException when there is no such report for the caller, he may not export, or there is no such format
     */
    public Exported export(RequestContext context, String name, String format, Optional<String> filter) {
        ReportFile file = files.stream()
                .filter(each -> each.name().equals(format))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.PARAMETER_OPTIONS,
                        "format",
                        "format",
                        files.stream().map(ReportFile::name).collect(Collectors.joining(", ")))));
        ReportDefinition report = reports.require(context, name);
        Entity entity = context.model().require(ReportParts.entity(report));
        access.require(context, Verb.EXPORT, entity);
        ReportTable table = tables.of(context, name, filter);
        ObjectNode details =
                JsonNodeFactory.instance.objectNode().put("format", format).put("report", name);
        filter.ifPresent(text -> details.put("filter", text));
        audit.note(
                context.tenant(),
                AuditEntry.of("export", entity.fullName(), context.origin())
                        .by(context.user().id())
                        .with(details.toString()));
        return new Exported(table.name() + "." + file.name(), file.mediaType(), file.of(table, context.locale()));
    }
}
