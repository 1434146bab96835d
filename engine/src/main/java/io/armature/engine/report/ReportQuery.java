package io.armature.engine.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.metadata.definition.ReportDefinition;
import java.util.List;
import java.util.Optional;

/** The one query of a report. Its groups are called as {@link ReportParts} calls them. */
final class ReportQuery {

    /** Where a report does not say. */
    private static final int USUAL_LIMIT = 500;

    private ReportQuery() {}

    /** @param further a condition of the reader, besides that of the report */
    static RecordQuery of(ReportDefinition report, ReportParts parts, Optional<String> further) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        filter(report.filter(), further).ifPresent(filter -> query.put("filter", filter));
        if (!parts.dimensions().isEmpty()) {
            ArrayNode groups = query.putArray("groupBy");
            parts.dimensions().forEach(dimension -> {
                groups.add(dimension.key() + ": " + dimension.expression());
                dimension.label().ifPresent(label -> groups.add(dimension.labelKey() + ": " + label));
            });
        }
        ObjectNode measures = query.putObject("measures");
        report.measures().values().forEach(measure -> measures.put(measure.name(), measure.expression()));
        List<String> sort = sort(report, parts);
        if (!sort.isEmpty()) {
            ArrayNode order = query.putArray("sort");
            sort.forEach(order::add);
        }
        query.put("limit", Math.min(report.limit().orElse(USUAL_LIMIT), RecordQuery.MAXIMUM_LIMIT));
        return RecordQueryParser.ofJson(ReportParts.entity(report), query);
    }

    /** Days come in their order, unless the report says another. */
    private static List<String> sort(ReportDefinition report, ReportParts parts) {
        if (report.sort().isEmpty()) {
            return parts.dimensions().stream()
                    .filter(dimension -> dimension.grain().isPresent())
                    .map(ReportParts.Part::key)
                    .toList();
        }
        return report.sort().stream()
                .map(key -> key.startsWith("-") ? "-" + parts.key(key.substring(1)) : parts.key(key))
                .toList();
    }

    private static Optional<String> filter(Optional<String> own, Optional<String> further) {
        return own.map(filter -> further.map(more -> "(" + filter + ") && (" + more + ")")
                        .orElse(filter))
                .or(() -> further);
    }
}
