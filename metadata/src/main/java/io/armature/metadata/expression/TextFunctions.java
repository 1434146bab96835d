package io.armature.metadata.expression;

import static io.armature.metadata.type.ValueType.Scalar.BOOLEAN;
import static io.armature.metadata.type.ValueType.Scalar.DATE;
import static io.armature.metadata.type.ValueType.Scalar.DATE_TIME;
import static io.armature.metadata.type.ValueType.Scalar.DECIMAL;
import static io.armature.metadata.type.ValueType.Scalar.INTEGER;
import static io.armature.metadata.type.ValueType.Scalar.TEXT;
import static io.armature.metadata.type.ValueType.Scalar.TIME;

import com.google.re2j.Pattern;
import io.armature.metadata.expression.Overload.Arguments;
import io.armature.metadata.expression.Overload.Run;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.ListOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Functions of text, and the text of other values. */
final class TextFunctions {

    private static final ListOf TEXTS = new ListOf(TEXT);

    /** An index or length: null where it is negative, and never past what PostgreSQL counts. */
    private static final String INDEX = "nullif(least(greatest(%s, -1), 1000000000), -1)::integer";

    private TextFunctions() {}

    static List<Overload> all() {
        return Stream.of(measures(), parts(), conversions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Overload> measures() {
        return List.of(
                Overload.of("concat.text", "+", List.of(TEXT, TEXT), TEXT, TextFunctions::concat, "({0} || {1})"),
                Overload.of(
                        "size.text",
                        "size",
                        List.of(TEXT),
                        INTEGER,
                        a -> Texts.size(text(a, 0)),
                        "char_length({0})::bigint"),
                Overload.of(
                        "size.list",
                        "size",
                        List.of(TEXTS),
                        INTEGER,
                        a -> (long) list(a).size(),
                        "cardinality({0})::bigint"),
                ofOne(
                        "lower",
                        text -> text.toLowerCase(Locale.ROOT),
                        "(lower({0} collate \"und-x-icu\") collate \"C\")"),
                ofOne(
                        "upper",
                        text -> text.toUpperCase(Locale.ROOT),
                        "(upper({0} collate \"und-x-icu\") collate \"C\")"),
                ofOne("trim", Texts::trim, "btrim({0}, " + blank() + ")"),
                test("contains", String::contains, "(strpos({0}, {1}) > 0)"),
                test("startsWith", String::startsWith, "starts_with({0}, {1})"),
                test("endsWith", String::endsWith, "(right({0}, char_length({1})) = {1})"),
                test(
                        "matches",
                        (text, pattern) ->
                                Pattern.compile(pattern).matcher(text).find(),
                        "({0} ~ {1})"));
    }

    private static List<Overload> parts() {
        return List.of(
                Overload.of(
                        "replace",
                        "replace",
                        List.of(TEXT, TEXT, TEXT),
                        TEXT,
                        a -> Texts.replace(text(a, 0), text(a, 1), text(a, 2)),
                        "replace({0}, {1}, {2})"),
                Overload.of(
                        "substring.from",
                        "substring",
                        List.of(TEXT, INTEGER),
                        TEXT,
                        a -> substring(text(a, 0), whole(a, 1), Long.MAX_VALUE),
                        "substr({0}, " + INDEX.formatted("{1}") + " + 1)"),
                Overload.of(
                        "substring.range",
                        "substring",
                        List.of(TEXT, INTEGER, INTEGER),
                        TEXT,
                        a -> substring(text(a, 0), whole(a, 1), whole(a, 2)),
                        "substr(left({0}, " + INDEX.formatted("{2}") + "), " + INDEX.formatted("{1}") + " + 1)"),
                Overload.of(
                        "split",
                        "split",
                        List.of(TEXT, TEXT),
                        TEXTS,
                        a -> Texts.split(text(a, 0), text(a, 1)),
                        "case when {1} is not null then string_to_array({0}, {1}) end"),
                Overload.of(
                        "join",
                        "join",
                        List.of(TEXTS, TEXT),
                        TEXT,
                        a -> list(a).stream().map(String::valueOf).collect(Collectors.joining(text(a, 1))),
                        "array_to_string({0}, {1})"));
    }

    private static List<Overload> conversions() {
        return List.of(
                toText("text.text", TEXT, a -> text(a, 0), "{0}"),
                toText("text.integer", INTEGER, a -> String.valueOf(whole(a, 0)), "{0}::text"),
                toText(
                        "text.decimal",
                        DECIMAL,
                        a -> Decimals.text(a.get(0, BigDecimal.class)),
                        "trim_scale({0})::text"),
                toText("text.boolean", BOOLEAN, a -> String.valueOf(a.get(0, Boolean.class)), "{0}::text"),
                toText("text.date", DATE, a -> Dates.text(a.get(0, LocalDate.class)), "to_char({0}, 'YYYY-MM-DD')"),
                toText(
                        "text.time",
                        TIME,
                        a -> Dates.text(a.get(0, LocalTime.class)),
                        fraction("to_char({0}, 'HH24:MI:SS.US')")),
                toText(
                        "text.dateTime",
                        DATE_TIME,
                        a -> Dates.text(a.get(0, Instant.class)),
                        "(" + fraction("to_char({0} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')")
                                + " || 'Z')"));
    }

    private static String blank() {
        return Texts.BLANK.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining("", "E'", "'"));
    }

    /** Without zeros at the end of the fraction, and without a fraction of zeros. */
    private static String fraction(String time) {
        return "rtrim(rtrim(" + time + ", '0'), '.')";
    }

    private static String concat(Arguments arguments) {
        return text(arguments, 0) + text(arguments, 1);
    }

    private static @Nullable String substring(String text, long start, long end) {
        return start < 0 || end < 0 ? null : Texts.substring(text, start, end);
    }

    private static String text(Arguments arguments, int index) {
        return arguments.get(index, String.class);
    }

    private static long whole(Arguments arguments, int index) {
        return arguments.get(index, Long.class);
    }

    private static List<?> list(Arguments arguments) {
        return arguments.get(0, List.class);
    }

    private static Overload ofOne(String name, UnaryOperator<String> operation, String sql) {
        return Overload.of(name, name, List.of(TEXT), TEXT, a -> operation.apply(text(a, 0)), sql);
    }

    private static Overload test(String name, BiPredicate<String, String> test, String sql) {
        return Overload.of(name, name, List.of(TEXT, TEXT), BOOLEAN, a -> test.test(text(a, 0), text(a, 1)), sql);
    }

    private static Overload toText(String id, ValueType from, Run run, String sql) {
        return Overload.of(id, "text", List.of(from), TEXT, run, sql);
    }
}
