package io.armature.engine.notify;

import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Values as people read them in their language, from what PostgreSQL writes. */
final class ValueTexts {

    /** {@code 2026-01-05 09:00:00.5+00}. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter(Locale.ROOT);

    private final Locale locale;
    private final ZoneId zone;

    ValueTexts(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    Locale locale() {
        return locale;
    }

    String of(String value, ValueType type) {
        if (!(type instanceof Scalar scalar)) {
            return value;
        }
        return switch (scalar) {
            case INTEGER, DECIMAL -> number(new BigDecimal(value));
            case DATE ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(LocalDate.parse(value));
            case TIME ->
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(LocalTime.parse(value));
            case DATE_TIME ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(OffsetDateTime.parse(value, MOMENT).atZoneSameInstant(zone));
            case TEXT, BOOLEAN, DURATION, JSON, NULL -> value;
        };
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
