package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A chart over the records of a DocType: a report with one number. */
final class ChartMapping implements DocMapping {

    @Override
    public String doctype() {
        return "Dashboard Chart";
    }

    @Override
    public void map(Doc doc, AppContext context) {
        Optional<Site.Member> member = context.member(doc.text("document_type", ""));
        String type = doc.text("chart_type", "");
        if (type.equals("Report") || type.equals("Custom")) {
            context.told(Outcome.LEFT_OUT, doc, "code makes its numbers");
        } else if (member.isEmpty() || member.get().type().isVirtual()) {
            context.told(Outcome.LEFT_OUT, doc, "`" + doc.text("document_type", "") + "` is not here");
        } else {
            report(doc, member.get(), context);
        }
    }

    private static void report(Doc doc, Site.Member member, AppContext context) {
        List<String> differences = new ArrayList<>();
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("title", doc.text("chart_name", doc.name()));
        report.put("entity", member.fullName());
        List<String> filters = FilterRows.parts(doc, member, context, differences::add);
        span(doc, member, context).ifPresent(filters::add);
        FilterRows.joined(filters).ifPresent(filter -> report.put("filter", filter));
        Optional<String> measure = measure(doc, member, context);
        if (measure.isEmpty()) {
            context.told(Outcome.LEFT_OUT, doc, "what it adds up is not here");
            return;
        }
        report.putObject("measures").put("value", measure.get());
        dimensions(doc, member, context, report, differences);
        report.put("chart", chart(doc.text("type", "")));
        doc.number("number_of_groups")
                .map(Number::intValue)
                .filter(groups -> groups > 0 && doc.text("chart_type", "").equals("Group By"))
                .ifPresent(groups -> report.put("sort", "-value").put("limit", groups));
        context.add(Kind.REPORT, doc, report);
        context.told(doc, differences);
    }

    private static Optional<String> measure(Doc doc, Site.Member member, AppContext context) {
        boolean groups = doc.text("chart_type", "").equals("Group By");
        String kind = groups ? doc.text("group_by_type", "Count") : doc.text("chart_type", "Count");
        String field = groups ? doc.text("aggregate_function_based_on", "") : doc.text("value_based_on", "");
        return switch (kind) {
            case "Count" -> Optional.of("count()");
            case "Sum" -> Parts.path(member, field, context).map(path -> "sum(" + path + ")");
            case "Average" -> Parts.path(member, field, context).map(path -> "avg(" + path + ")");
            default -> Optional.empty();
        };
    }

    private static void dimensions(
            Doc doc, Site.Member member, AppContext context, ObjectNode report, List<String> differences) {
        ArrayNode dimensions = report.arrayNode();
        if (doc.text("chart_type", "").equals("Group By")) {
            Parts.path(member, doc.text("group_by_based_on", ""), context)
                    .ifPresentOrElse(dimensions::add, () -> differences.add("what it groups by"));
        } else {
            Parts.path(member, doc.text("based_on", "creation"), context)
                    .ifPresentOrElse(
                            path -> dimensions.addObject().put("field", path).put("grain", grain(doc)),
                            () -> differences.add("the date it goes along"));
        }
        if (!dimensions.isEmpty()) {
            report.set("dimensions", dimensions);
        }
    }

    /** A line along time begins so long ago. */
    private static Optional<String> span(Doc doc, Site.Member member, AppContext context) {
        if (doc.text("chart_type", "").equals("Group By")) {
            return Optional.empty();
        }
        String name = doc.text("based_on", "creation");
        String day = Parts.path(member, name, context).orElse("");
        boolean moment = context.field(member, name)
                .filter(value -> value.sort() == Sort.MOMENT)
                .isPresent();
        String on = moment ? "date(" + day + ")" : day;
        if (day.isEmpty()) {
            return Optional.empty();
        }
        return switch (doc.text("timespan", "")) {
            case "Last Year" -> Optional.of(on + " >= addYears(today(), -1)");
            case "Last Quarter" -> Optional.of(on + " >= addMonths(today(), -3)");
            case "Last Month" -> Optional.of(on + " >= addMonths(today(), -1)");
            case "Last Week" -> Optional.of(on + " >= addDays(today(), -7)");
            case "Select Date Range" -> FilterRows.joined(range(doc, on));
            default -> Optional.empty();
        };
    }

    private static List<String> range(Doc doc, String on) {
        List<String> parts = new ArrayList<>();
        doc.text("from_date").filter(ChartMapping::isDay).ifPresent(day -> parts.add(on + " >= date('" + day + "')"));
        doc.text("to_date").filter(ChartMapping::isDay).ifPresent(day -> parts.add(on + " <= date('" + day + "')"));
        return parts;
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static String grain(Doc doc) {
        return switch (doc.text("time_interval", "")) {
            case "Daily" -> "day";
            case "Weekly" -> "week";
            case "Quarterly" -> "quarter";
            case "Yearly" -> "year";
            default -> "month";
        };
    }

    private static String chart(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "line" -> "line";
            case "pie" -> "pie";
            case "donut" -> "donut";
            case "heatmap" -> "heatmap";
            case "percentage" -> "bar";
            default -> "column";
        };
    }
}
