package io.armature.metadata.foreign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;

/** An import's report as JSON, and as a text for people. */
public final class ReportText {

    private ReportText() {}

    /** Everything: totals, names, and each part. */
    public static ObjectNode json(ImportReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode applications = json.putObject("applications");
        report.totals().forEach((application, kinds) -> {
            ObjectNode totals = applications.putObject(application);
            kinds.forEach((kind, outcomes) -> {
                ObjectNode counts = totals.putObject(kind);
                outcomes.forEach((outcome, count) -> counts.put(outcome.words(), count));
            });
        });
        ObjectNode names = json.putObject("names");
        report.names().forEach((foreign, naming) -> name(names, foreign, naming));
        ObjectNode twins = json.putObject("sameNames");
        report.twins().forEach((application, more) -> {
            ObjectNode others = twins.putObject(application);
            more.forEach((foreign, naming) -> name(others, foreign, naming));
        });
        ArrayNode parts = json.putArray("parts");
        report.entries()
                .forEach(entry -> parts.addObject()
                        .put("outcome", entry.outcome().words())
                        .put("application", entry.application())
                        .put("kind", entry.kind())
                        .put("file", entry.file())
                        .put("part", entry.part())
                        .put("reason", entry.reason()));
        return json;
    }

    private static void name(ObjectNode names, String foreign, ImportReport.Naming naming) {
        ObjectNode entity = names.putObject(foreign).put("entity", naming.entity());
        if (!naming.fields().isEmpty()) {
            ObjectNode fields = entity.putObject("fields");
            naming.fields().forEach(fields::put);
        }
    }

    /** The totals, and each part that there is something to say of. */
    public static String text(ImportReport report) {
        StringBuilder text = new StringBuilder(summary(report)).append('\n');
        for (Outcome outcome : Outcome.values()) {
            String parts = report.entries().stream()
                    .filter(entry ->
                            entry.outcome() == outcome && !entry.reason().isEmpty())
                    .map(entry -> "  " + entry.application() + " " + entry.part() + ": " + entry.reason() + " ("
                            + entry.file() + ")")
                    .collect(Collectors.joining("\n"));
            if (!parts.isEmpty()) {
                text.append('\n')
                        .append(outcome.words())
                        .append('\n')
                        .append(parts)
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** The totals alone. */
    public static String summary(ImportReport report) {
        StringBuilder text = new StringBuilder();
        report.totals().forEach((application, kinds) -> {
            text.append(application.isEmpty() ? "(no application)" : application)
                    .append('\n');
            kinds.forEach((kind, outcomes) -> text.append("  %-14s %s%n".formatted(kind, counts(outcomes))));
        });
        return text.toString().stripTrailing();
    }

    private static String counts(Map<Outcome, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
