package io.armature.metadata.foreign.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a column holds, by its cells: the narrowest type that all of them are values of.
 *
 * @param type the field type
 * @param write makes the cell one of ours, such as {@code 2026-01-31} of {@code 31/01/2026}
 * @param options for a choice
 */
record ColumnType(String type, Rewrite write, List<String> options) {

    /** Makes a cell a value of ours. */
    @FunctionalInterface
    interface Rewrite {
        String apply(String cell);
    }

    private static final int LONGEST = 140;
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_OPTIONS = 12;
    private static final int ROWS_AN_OPTION = 4;

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+");
    private static final Pattern COMMA = Pattern.compile("-?(0|[1-9]\\d*),\\d+");

    /** {@code 1,234}: which is more than a thousand in one country, and little more than one in another. */
    private static final Pattern EITHER = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern POINTS = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    private static final Map<String, String> TRUTHS = Map.of(
            "true", "true", "yes", "true", "oui", "true", "ja", "true", "false", "false", "no", "false", "non", "false",
            "nein", "false");
    private static final List<String> DAYS =
            List.of("uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu", "M/d/uuuu", "uuuu/M/d");

    ColumnType {
        options = List.copyOf(options);
    }

    /** @param cells those that are not empty */
    static ColumnType of(List<String> cells) {
        if (cells.isEmpty()) {
            return plain("text");
        }
        if (all(cells, cell -> TRUTHS.containsKey(cell.toLowerCase(java.util.Locale.ROOT)))) {
            return new ColumnType(
                    "boolean", cell -> TRUTHS.getOrDefault(cell.toLowerCase(java.util.Locale.ROOT), cell), List.of());
        }
        return numbers(cells).or(() -> days(cells)).orElseGet(() -> texts(cells));
    }

    private static Optional<ColumnType> numbers(List<String> cells) {
        if (!all(cells, cell -> cell.length() <= LONGEST_NUMBER)) {
            return Optional.empty();
        }
        if (all(cells, matching(WHOLE))) {
            return Optional.of(plain("integer"));
        }
        if (all(cells, matching(WHOLE).or(matching(DECIMAL)))) {
            return Optional.of(plain("decimal"));
        }
        if (all(cells, matching(WHOLE).or(matching(EITHER)))) {
            return Optional.empty(); // nobody knows
        }
        if (all(cells, matching(WHOLE).or(matching(COMMA)))) {
            return Optional.of(new ColumnType("decimal", cell -> cell.replace(',', '.'), List.of()));
        }
        if (all(cells, matching(WHOLE).or(matching(DECIMAL)).or(matching(THOUSANDS)))) {
            return Optional.of(new ColumnType("decimal", cell -> cell.replace(",", ""), List.of()));
        }
        return all(cells, matching(WHOLE).or(matching(COMMA)).or(matching(POINTS)))
                ? Optional.of(
                        new ColumnType("decimal", cell -> cell.replace(".", "").replace(',', '.'), List.of()))
                : Optional.empty();
    }

    /** Whether the cells are words, which headers can be. */
    boolean isWords() {
        return type.equals("text") || type.equals("longText") || type.equals("boolean");
    }

    private static Optional<ColumnType> days(List<String> cells) {
        for (String pattern : DAYS) {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
            if (all(cells, cell -> day(cell, format).isPresent())) {
                return Optional.of(new ColumnType(
                        "date",
                        cell -> day(cell, format).map(LocalDate::toString).orElse(cell),
                        List.of()));
            }
        }
        if (all(cells, matching(MOMENT))) {
            return Optional.of(new ColumnType("dateTime", ColumnType::moment, List.of()));
        }
        return all(cells, matching(TIME)) ? Optional.of(plain("time")) : Optional.empty();
    }

    private static String moment(String cell) {
        String moment = cell.replace(' ', 'T');
        return moment.endsWith("Z") ? moment : moment + "Z";
    }

    private static Optional<LocalDate> day(String cell, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(cell, format));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private static ColumnType texts(List<String> cells) {
        if (all(cells, matching(EMAIL))) {
            return plain("email");
        }
        if (all(cells, matching(URL))) {
            return plain("url");
        }
        if (!all(cells, cell -> cell.length() <= LONGEST && cell.indexOf('\n') < 0)) {
            return plain("longText");
        }
        Set<String> options = new LinkedHashSet<>(cells);
        return options.size() <= MOST_OPTIONS && cells.size() >= options.size() * ROWS_AN_OPTION
                ? new ColumnType(
                        "choice", cell -> cell, options.stream().sorted().toList())
                : plain("text");
    }

    private static ColumnType plain(String type) {
        return new ColumnType(type, cell -> cell, List.of());
    }

    private static Predicate<String> matching(Pattern pattern) {
        return cell -> pattern.matcher(cell).matches();
    }

    private static boolean all(List<String> cells, Predicate<String> test) {
        return cells.stream().allMatch(test);
    }
}
