package io.armature.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.current.Translations;
import io.armature.metadata.model.EntityName;
import io.armature.metadata.model.Field;
import io.armature.metadata.type.Options;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/** What a row of a report is about, in the words of the caller's language. */
final class RowWords {

    private static final String NOTHING = "–";

    private final ReportParts parts;
    private final Translations translations;
    private final Locale locale;

    RowWords(RequestContext context, ReportParts parts) {
        this.parts = parts;
        this.translations = Translations.of(context.model());
        this.locale = context.locale();
    }

    List<String> of(JsonNode row) {
        return parts.dimensions().stream().map(part -> of(row, part)).toList();
    }

    private String of(JsonNode row, ReportParts.Part part) {
        JsonNode value = row.path(part.label().map(_ -> part.labelKey()).orElse(part.key()));
        if (value.isNull() || value.isMissingNode()) {
            return NOTHING;
        }
        String text = value.asText();
        if (part.grain().isPresent()) {
            return day(LocalDate.parse(text), part.grain().get());
        }
        return part.field().map(field -> option(field, text)).orElse(text);
    }

    private String option(Field field, String key) {
        return Options.of(field.definition()).byKey().values().stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .map(option -> translations.text(
                        locale,
                        field.system() ? "sys" : field.origin().pack(),
                        "entities." + EntityName.parse(field.level()).entity() + ".fields." + field.name() + ".options."
                                + key,
                        option.title()))
                .orElse(key);
    }

    /** A day that stands for the span that begins with it. */
    private String day(LocalDate day, String grain) {
        return switch (grain) {
            case "year" -> Integer.toString(day.getYear());
            case "quarter" -> day.getYear() + " Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case "month" -> DateTimeFormatter.ofPattern("LLL yyyy", locale).format(day);
            default ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
        };
    }
}
