package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A single number over the records of a DocType. */
final class NumberCardMapping implements DocMapping {

    @Override
    public String doctype() {
        return "Number Card";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("document_type", ""));
        Optional<String> measure = member.flatMap(found -> measure(doc, found, context));
        if (!doc.text("type", "Document Type").equals("Document Type")) {
            context.told(Outcome.LEFT_OUT, doc, "code makes its number");
        } else if (member.isEmpty() || measure.isEmpty() || member.get().type().isVirtual()) {
            context.told(Outcome.LEFT_OUT, doc, "what it counts is not here");
        } else {
            List<String> differences = new ArrayList<>();
            ObjectNode report = JsonNodeFactory.instance.objectNode();
            report.put("title", doc.text("label", doc.name()));
            report.put("entity", member.get().fullName());
            FilterRows.joined(FilterRows.parts(doc, member.get(), context, differences::add))
                    .ifPresent(filter -> report.put("filter", filter));
            report.putObject("measures").put("value", measure.get());
            report.put("chart", "number");
            context.add(Kind.REPORT, doc, report);
            context.told(doc, differences);
        }
    }

    private static Optional<String> measure(Doc doc, Site.Member member, AppContext context) {
        Optional<String> path = Parts.path(member, doc.text("aggregate_function_based_on", ""), context);
        return switch (doc.text("function", "Count")) {
            case "Count" -> Optional.of("count()");
            case "Sum" -> path.map(field -> "sum(" + field + ")");
            case "Average" -> path.map(field -> "avg(" + field + ")");
            case "Minimum" -> path.map(field -> "min(" + field + ")");
            case "Maximum" -> path.map(field -> "max(" + field + ")");
            default -> Optional.empty();
        };
    }
}
