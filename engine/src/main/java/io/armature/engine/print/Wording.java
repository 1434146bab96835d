package io.armature.engine.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts values into words, as people of a language write them. */
final class Wording {

    private final LookBook looks;
    private final Locale locale;
    private final ZoneId zone;

    Wording(LookBook looks, Locale locale, ZoneId zone) {
        this.looks = looks;
        this.locale = locale;
        this.zone = zone;
    }

    String of(Object value, Optional<Piece.Look> look) {
        return switch (value) {
            case String text ->
                look.map(known -> known.options().getOrDefault(text, text)).orElse(text);
            case BigDecimal number -> number(number) + sign(look);
            case Long number -> NumberFormat.getIntegerInstance(locale).format(number) + sign(look);
            case Boolean flag -> looks.own(flag ? "yes" : "no");
            case LocalDate date ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(date);
            case LocalTime time ->
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(time);
            case Instant moment ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(moment.atZone(zone));
            case Duration duration -> duration(duration);
            case List<?> items -> items.stream().map(item -> of(item, look)).collect(Collectors.joining(", "));
            case JsonNode json -> json.isTextual() ? json.textValue() : json.toString();
            default -> value.toString();
        };
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    private static String sign(Optional<Piece.Look> look) {
        return look.filter(known -> known.type().equals("percent")).isPresent() ? "\u00A0%" : "";
    }

    private static String duration(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        return minutes == 0 ? hours + "\u00A0h" : hours + "\u00A0h\u00A0" + minutes + "\u00A0min";
    }
}
