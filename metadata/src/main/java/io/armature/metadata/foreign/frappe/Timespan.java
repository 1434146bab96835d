package io.armature.metadata.foreign.frappe;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frappe's words for days around today, such as {@code next quarter}. */
final class Timespan {

    private static final Pattern UNIT = Pattern.compile("(last|this|next) (week|month|quarter|year)");
    private static final Pattern DAYS = Pattern.compile("last (\\d{1,4}) days");
    private static final Map<String, Integer> AWAY = Map.of("yesterday", -1, "today", 0, "tomorrow", 1);
    private static final Map<String, String> STEPS = Map.of(
            "week",
            "addDays(%s, %d)",
            "month",
            "addMonths(%s, %d)",
            "quarter",
            "addMonths(%s, %d)",
            "year",
            "addYears(%s, %d)");
    private static final Map<String, Integer> SIZES = Map.of("week", 7, "month", 1, "quarter", 3, "year", 1);

    private Timespan() {}

    /**
     * That a day lies in the time span; nothing for words that are not known.
     *
     * @param day an expression that gives a date
     */
    static Optional<String> condition(String day, String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        if (AWAY.containsKey(plain)) {
            return Optional.of(day + " == " + add("addDays(%s, %d)", "today()", AWAY.getOrDefault(plain, 0)));
        }
        Matcher days = DAYS.matcher(plain);
        if (days.matches()) {
            return Optional.of(day + " >= addDays(today(), -" + days.group(1) + ") && " + day + " <= today()");
        }
        Matcher unit = UNIT.matcher(plain);
        if (!unit.matches()) {
            return Optional.empty();
        }
        String step = STEPS.getOrDefault(unit.group(2), "");
        int size = SIZES.getOrDefault(unit.group(2), 0);
        int first = switch (unit.group(1)) {
            case "last" -> -size;
            case "next" -> size;
            default -> 0;
        };
        String start = "startOf(today(), '" + unit.group(2) + "')";
        return Optional.of(
                day + " >= " + add(step, start, first) + " && " + day + " < " + add(step, start, first + size));
    }

    private static String add(String step, String day, int number) {
        return number == 0 ? day : step.formatted(day, number);
    }
}
