package io.armature.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.report.ReportTable.Cell;
import io.armature.engine.report.ReportTable.Line;
import io.armature.engine.write.ExactJson;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.definition.ReportDefinition.Measure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes tables of reports, in the words of the caller's language. Safe for many threads. */
@Singleton
public final class ReportTables {

    private static final ObjectMapper JSON = ExactJson.mapper();
    /** What can be added up: an average of averages means nothing. */
    private static final Pattern ADDS = Pattern.compile("\\s*(sum|count)\\s*\\(.*");

    private final Reports reports;

    public ReportTables(Reports reports) {
        this.reports = reports;
    }

    ReportTable of(RequestContext context, String name, Optional<String> filter) {
        ReportDefinition report = reports.require(context, name);
        ReportParts parts = reports.parts(context, report);
        ObjectNode about = reports.description(context, name);
        RowWords words = new RowWords(context, parts);
        List<Measure> measures = List.copyOf(report.measures().values());
        List<Line> lines = new ArrayList<>();
        read(reports.data(context, name, filter, false))
                .forEach(row -> lines.add(new Line(
                        words.of(row),
                        measures.stream()
                                .map(measure -> cell(row.path(measure.name())))
                                .toList())));
        return new ReportTable(
                report.name(),
                about.path("title").asText(),
                Optional.of(about.path("description").asText()).filter(text -> !text.isEmpty()),
                titles(about.path("dimensions")),
                titles(about.path("measures")),
                lines,
                totals(measures, lines));
    }

    private static Iterable<JsonNode> read(byte[] body) {
        try {
            return JSON.readTree(body).path("data");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> titles(JsonNode all) {
        List<String> titles = new ArrayList<>();
        all.forEach(one -> titles.add(one.path("title").asText()));
        return titles;
    }

    private static Cell cell(JsonNode value) {
        return new Cell(
                value.isNumber() ? value.decimalValue().toPlainString() : value.asText(""),
                value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty());
    }

    private static List<Optional<BigDecimal>> totals(List<Measure> measures, List<Line> lines) {
        List<Optional<BigDecimal>> totals = new ArrayList<>();
        for (int at = 0; at < measures.size(); at++) {
            int column = at;
            totals.add(
                    ADDS.matcher(measures.get(at).expression()).matches()
                            ? lines.stream()
                                    .flatMap(line -> line.cells().get(column).number().stream())
                                    .reduce(BigDecimal::add)
                            : Optional.empty());
        }
        return totals;
    }
}
