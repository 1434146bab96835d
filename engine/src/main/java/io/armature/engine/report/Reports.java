package io.armature.engine.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.ReportRights;
import io.armature.engine.current.RequestContext;
import io.armature.engine.current.Translations;
import io.armature.engine.query.plan.WholeCondition;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The reports of a tenant's packs: what each is, and its numbers. Safe for many threads. */
@Singleton
public final class Reports {

    private final Access access;
    private final RecordReads records;

    public Reports(Access access, RecordReads records) {
        this.access = access;
        this.records = records;
    }

    /** The reports that the caller sees, as {@code {"data": [...]}}. */
    public ObjectNode list(RequestContext context) {
        ReportWriter writer = writer(context);
        ReportRights rights = new ReportRights(access.policy(context));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        all(context).stream()
                .filter(report -> known(access.policy(context), report) && rights.sees(report))
                .forEach(report -> data.add(writer.brief(report)));
        return answer;
    }

    /**
     * What a report is: its title, measures, dimensions, and how it is drawn.
     *
     * @param name its full name
     * @throws ProblemException when there is none that the caller sees
     */
    public ObjectNode description(RequestContext context, String name) {
        ReportDefinition report = require(context, name);
        return writer(context).whole(report, parts(context, report));
    }

    /**
     * The numbers of a report, as {@code {"data": [...]}}: one statement, with the caller's rights.
     *
     * @param filter a condition of the caller, besides that of the report
     * @throws ProblemException when there is none that the caller sees, or the condition does not fit
     */
    public byte[] data(RequestContext context, String name, Optional<String> filter, boolean decimalsAsText) {
        ReportDefinition report = require(context, name);
        filter.ifPresent(text -> WholeCondition.require(context.model(), ReportParts.entity(report), text, "filter"));
        RecordQuery query = ReportQuery.of(report, parts(context, report), filter);
        return report.roles().isEmpty()
                ? records.report(context, query, decimalsAsText)
                : records.list(context, query, decimalsAsText);
    }

    ReportParts parts(RequestContext context, ReportDefinition report) {
        return ReportParts.of(report, access.policy(context).visible());
    }

    private ReportWriter writer(RequestContext context) {
        return new ReportWriter(access.policy(context).visible(), Translations.of(context.model()), context.locale());
    }

    ReportDefinition require(RequestContext context, String name) {
        AccessPolicy policy = access.policy(context);
        return Optional.ofNullable(context.model().definitions(Kind.REPORT).get(name))
                .filter(ReportDefinition.class::isInstance)
                .map(ReportDefinition.class::cast)
                .filter(report -> known(policy, report) && new ReportRights(policy).sees(report))
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", name, "")));
    }

    /** Numbers over what the caller may not read at all are not there for him. */
    private static boolean known(AccessPolicy policy, ReportDefinition report) {
        return policy.visible().entity(ReportParts.entity(report)).isPresent()
                && !policy.rows(ReportParts.entity(report)).isNone();
    }

    private static List<ReportDefinition> all(RequestContext context) {
        return context.model().definitions(Kind.REPORT).values().stream()
                .filter(ReportDefinition.class::isInstance)
                .map(ReportDefinition.class::cast)
                .toList();
    }
}
