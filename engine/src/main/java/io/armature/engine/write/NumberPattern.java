package io.armature.engine.write;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of an automatic number: {@code CUS-{yyyy}-{####}}. Date parts are {@code {yyyy} {yy} {MM} {dd}}, the counter is
 * one mark a digit it has at least, any other part is the value of a field.
 */
record NumberPattern(String text) {

    private static final Pattern PART = Pattern.compile("\\{([^}]+)}");

    /** Gives the text of a field, empty when it has no value. */
    @FunctionalInterface
    interface Values {
        String text(String field);
    }

    /** The number of one record. */
    String format(LocalDate date, Values values, long counter) {
        Matcher part = PART.matcher(text);
        StringBuilder number = new StringBuilder();
        while (part.find()) {
            part.appendReplacement(number, Matcher.quoteReplacement(part(part.group(1), date, values, counter)));
        }
        return part.appendTail(number).toString();
    }

    /** What of the date the pattern names: each such period counts from 1. */
    String period(LocalDate date) {
        StringBuilder period = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String piece = datePart(part.group(1), date);
            period.append(period.isEmpty() || piece.isEmpty() ? "" : "-").append(piece);
        }
        return period.toString();
    }

    private static String part(String name, LocalDate date, Values values, long counter) {
        if (name.chars().allMatch(character -> character == '#')) {
            return String.format(Locale.ROOT, "%0" + name.length() + "d", counter);
        }
        String piece = datePart(name, date);
        return piece.isEmpty() ? values.text(name) : piece;
    }

    private static String datePart(String name, LocalDate date) {
        return switch (name) {
            case "yyyy" -> String.format(Locale.ROOT, "%04d", date.getYear());
            case "yy" -> String.format(Locale.ROOT, "%02d", date.getYear() % 100);
            case "MM" -> String.format(Locale.ROOT, "%02d", date.getMonthValue());
            case "dd" -> String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
            default -> "";
        };
    }
}
