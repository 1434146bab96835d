package io.armature.engine.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.Translations;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.definition.ReportDefinition.Measure;
import io.armature.metadata.model.EntityName;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import java.util.Locale;

/** Describes reports to a browser, in one language. */
record ReportWriter(Model model, Translations translations, Locale locale) {

    private static final String TABLE = "table";
    private static final String DESCRIPTION = "description";

    ObjectNode brief(ReportDefinition report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", report.origin().pack() + "." + report.name());
        json.put("title", of(report.origin(), report.title().orElseGet(() -> Words.readable(report.name()))));
        report.source()
                .get(DESCRIPTION)
                .filter(TextNode.class::isInstance)
                .map(TextNode.class::cast)
                .ifPresent(text -> json.put(DESCRIPTION, of(report.origin(), text.value())));
        json.put("entity", ReportParts.entity(report));
        json.put("chart", report.chart().orElse(TABLE));
        return json;
    }

    ObjectNode whole(ReportDefinition report, ReportParts parts) {
        ObjectNode json = brief(report);
        report.filter().ifPresent(filter -> json.put("filter", filter));
        ArrayNode dimensions = json.putArray("dimensions");
        parts.dimensions().forEach(part -> dimension(dimensions.addObject(), report, part));
        ArrayNode measures = json.putArray("measures");
        report.measures().values().forEach(measure -> measure(measures.addObject(), measure));
        return json;
    }

    private void dimension(ObjectNode json, ReportDefinition report, ReportParts.Part part) {
        json.put("key", part.key());
        json.put("field", part.path());
        json.put("expression", part.expression());
        json.put(
                "title",
                part.title()
                        .map(title -> of(report.origin(), title))
                        .or(() -> part.field().map(this::title))
                        .orElseGet(() -> Words.readable(part.path())));
        part.field().ifPresent(field -> json.put("type", field.type().name()));
        part.grain().ifPresent(grain -> json.put("grain", grain));
        part.label().ifPresent(_ -> json.put("label", part.labelKey()));
    }

    private void measure(ObjectNode json, Measure measure) {
        json.put("key", measure.name());
        json.put("title", of(measure.origin(), measure.title().orElseGet(() -> Words.readable(measure.name()))));
        json.put("expression", measure.expression());
    }

    private String title(Field field) {
        String place = "entities." + EntityName.parse(field.level()).entity() + ".fields." + field.name() + ".title";
        return translations.text(locale, field.system() ? "sys" : field.origin().pack(), place, field.title());
    }

    private String of(Origin origin, String english) {
        return translations.text(locale, origin.pack(), "", english);
    }
}
