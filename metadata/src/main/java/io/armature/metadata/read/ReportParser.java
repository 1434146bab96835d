package io.armature.metadata.read;

import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.definition.ViewItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code reports/*.yaml}. */
final class ReportParser implements DefinitionParser {

    @Override
    public ReportDefinition parse(String name, Entries entries) {
        int limit = entries.integer("limit", 0);
        return new ReportDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.text("entity", ""),
                entries.text("filter"),
                measures(entries.inner("measures")),
                dimensions(entries),
                entries.texts("sort"),
                limit == 0 ? Optional.empty() : Optional.of(limit),
                entries.text("chart"),
                entries.texts("roles"),
                entries.map());
    }

    /** {@code revenue: "sum(amount)"}, or a mapping with {@code title} and {@code expression}. */
    private static SequencedMap<String, ReportDefinition.Measure> measures(Entries measures) {
        SequencedMap<String, ReportDefinition.Measure> byName = new LinkedHashMap<>();
        measures.map().entries().keySet().forEach(name -> {
            Entries full = measures.inner(name);
            String expression = measures.text(name).orElseGet(() -> full.text("expression", ""));
            byName.put(
                    name, new ReportDefinition.Measure(name, full.text("title"), expression, measures.originOf(name)));
        });
        return byName;
    }

    /** {@code country.name}, or a mapping with {@code field}, {@code title} and {@code grain}. */
    private static List<ReportDefinition.Dimension> dimensions(Entries entries) {
        return ViewParser.items(entries.items("dimensions"), entries.origin()).stream()
                .map(item -> new ReportDefinition.Dimension(
                        item.field(), property(item, "title"), property(item, "grain"), item.origin()))
                .toList();
    }

    private static Optional<String> property(ViewItem item, String key) {
        return Optional.ofNullable(item.properties().get(key)).flatMap(Entries::text);
    }
}
