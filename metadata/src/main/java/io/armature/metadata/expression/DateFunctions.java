package io.armature.metadata.expression;

import static io.armature.metadata.type.ValueType.Scalar.DATE;
import static io.armature.metadata.type.ValueType.Scalar.DATE_TIME;
import static io.armature.metadata.type.ValueType.Scalar.DECIMAL;
import static io.armature.metadata.type.ValueType.Scalar.DURATION;
import static io.armature.metadata.type.ValueType.Scalar.INTEGER;
import static io.armature.metadata.type.ValueType.Scalar.TEXT;
import static io.armature.metadata.type.ValueType.Scalar.TIME;

import io.armature.metadata.expression.Overload.Arguments;
import io.armature.metadata.expression.Overload.Run;
import io.armature.metadata.type.ValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and durations. The parts of a dateTime are those a clock in the context's zone shows; durations are
 * lengths of time, a day in them being 24 hours. Results outside the years 1 to 9999 are null
 * (dateTimes: outside 0001-01-02 to 9999-12-30 of UTC, so that every zone can show them).
 */
final class DateFunctions {

    private static final String LOCAL = "({0} at time zone {zone})";

    private DateFunctions() {}

    static List<Overload> all() {
        var all = new ArrayList<Overload>();
        all.addAll(parts());
        all.addAll(conversions());
        all.addAll(calendar());
        all.addAll(lengths());
        all.addAll(momentLengths());
        return List.copyOf(all);
    }

    private static List<Overload> parts() {
        var all = new ArrayList<Overload>();
        all.addAll(part("year", "year", ZonedDateTime::getYear));
        all.addAll(part("month", "month", ZonedDateTime::getMonthValue));
        all.addAll(part("day", "day", ZonedDateTime::getDayOfMonth));
        all.addAll(part("weekday", "isodow", local -> local.getDayOfWeek().getValue()));
        all.addAll(clockPart("hour", ZonedDateTime::getHour, LocalTime::getHour));
        all.addAll(clockPart("minute", ZonedDateTime::getMinute, LocalTime::getMinute));
        return all;
    }

    private static List<Overload> conversions() {
        return List.of(
                of("date.date", "date", DATE, DATE, a -> date(a, 0), "{0}"),
                of("date.dateTime", "date", DATE_TIME, DATE, a -> local(a).toLocalDate(), LOCAL + "::date"),
                of("time.dateTime", "time", DATE_TIME, TIME, a -> local(a).toLocalTime(), LOCAL + "::time"),
                of(
                        "dateTime.date",
                        "dateTime",
                        DATE,
                        DATE_TIME,
                        a -> Dates.instant(
                                date(a, 0).atStartOfDay(), a.context().zone()),
                        limited("{0}::timestamp at time zone {zone}")));
    }

    private static List<Overload> calendar() {
        var all = new ArrayList<Overload>();
        all.addAll(calendar("addDays", Dates::addDays, ADD_DAYS));
        all.addAll(calendar("addMonths", Dates::addMonths, ADD_MONTHS.formatted("1", "1")));
        all.addAll(calendar("addYears", Dates::addYears, ADD_MONTHS.formatted("12", "12")));
        all.add(of(
                "daysBetween.date",
                "daysBetween",
                List.of(DATE, DATE),
                INTEGER,
                a -> ChronoUnit.DAYS.between(date(a, 0), date(a, 1)),
                "({1} - {0})::bigint"));
        all.add(of(
                "startOf.date",
                "startOf",
                List.of(DATE, TEXT),
                DATE,
                a -> Dates.startOf(date(a, 0), a.get(1, String.class)),
                "date_trunc({1}, {0}::timestamp)::date"));
        all.add(of(
                "startOf.dateTime",
                "startOf",
                List.of(DATE_TIME, TEXT),
                DATE_TIME,
                a -> Dates.startOf(
                        a.get(0, Instant.class),
                        a.get(1, String.class),
                        a.context().zone()),
                limited("date_trunc({1}, {0}, {zone})")));
        return all;
    }

    /** The days are counted before they are added, so that PostgreSQL never sees a date it does not know. */
    private static final String ADD_DAYS =
            "(date '0001-01-01' + nullif(nullif(least(greatest(({0} - date '0001-01-01') + {1}::numeric, -1), 3652059), -1), 3652059)::integer)";

    private static final String ADD_MONTHS =
            "case when extract(year from {0}) * 12 + extract(month from {0}) - 1 + {1}::numeric * %s between 12 and 119999"
                    + " then ({0} + make_interval(months => least(greatest({1}::numeric * %s, -200000), 200000)::integer))::date end";

    private static List<Overload> lengths() {
        return List.of(
                of(
                        "subtract.date",
                        "-",
                        List.of(DATE, DATE),
                        DURATION,
                        a -> Duration.ofDays(ChronoUnit.DAYS.between(date(a, 1), date(a, 0))),
                        "make_interval(hours => ({0} - {1}) * 24)"),
                of(
                        "subtract.dateTime",
                        "-",
                        List.of(DATE_TIME, DATE_TIME),
                        DURATION,
                        a -> Duration.between(a.get(1, Instant.class), a.get(0, Instant.class)),
                        pure("{0} - {1}")),
                of(
                        "add.dateDuration",
                        "+",
                        List.of(DATE, DURATION),
                        DATE,
                        a -> Dates.addDays(date(a, 0), Dates.days(duration(a, 1))),
                        ADD_DAYS.replace("{1}", "trunc(extract(epoch from {1}) / 86400)")),
                of(
                        "subtract.dateDuration",
                        "-",
                        List.of(DATE, DURATION),
                        DATE,
                        a -> Dates.addDays(date(a, 0), -Dates.days(duration(a, 1))),
                        ADD_DAYS.replace("{1}", "-trunc(extract(epoch from {1}) / 86400)")));
    }

    private static List<Overload> momentLengths() {
        return List.of(
                of(
                        "add.dateTimeDuration",
                        "+",
                        List.of(DATE_TIME, DURATION),
                        DATE_TIME,
                        a -> Dates.plus(a.get(0, Instant.class), duration(a, 1)),
                        moved("{1}")),
                of(
                        "subtract.dateTimeDuration",
                        "-",
                        List.of(DATE_TIME, DURATION),
                        DATE_TIME,
                        a -> Dates.plus(a.get(0, Instant.class), duration(a, 1).negated()),
                        moved("(-{1})")),
                of(
                        "add.duration",
                        "+",
                        List.of(DURATION, DURATION),
                        DURATION,
                        a -> Dates.plus(duration(a, 0), duration(a, 1)),
                        within("{0} + {1}")),
                of(
                        "subtract.duration",
                        "-",
                        List.of(DURATION, DURATION),
                        DURATION,
                        a -> Dates.plus(duration(a, 0), duration(a, 1).negated()),
                        within("{0} - {1}")),
                of(
                        "negate.duration",
                        "-",
                        DURATION,
                        DURATION,
                        a -> duration(a, 0).negated(),
                        "(-{0})"),
                of(
                        "hours",
                        "hours",
                        DURATION,
                        DECIMAL,
                        a -> Decimals.divide(seconds(a), BigDecimal.valueOf(3600)),
                        per(3600)),
                of(
                        "minutes",
                        "minutes",
                        DURATION,
                        DECIMAL,
                        a -> Decimals.divide(seconds(a), BigDecimal.valueOf(60)),
                        per(60)),
                of(
                        "seconds",
                        "seconds",
                        DURATION,
                        DECIMAL,
                        DateFunctions::seconds,
                        "trim_scale(extract(epoch from {0}))"));
    }

    /** An interval of seconds only: one with days would move a dateTime by days of 23 or 25 hours. */
    private static String pure(String interval) {
        return "(extract(epoch from (" + interval + "))::text || ' seconds')::interval";
    }

    private static String within(String interval) {
        return NumberFunctions.within(interval, "interval '" + Limits.DURATION_HOURS + " hours'");
    }

    private static String moved(String duration) {
        String first = "timestamptz '0001-01-02 00:00:00Z'";
        String last = "timestamptz '9999-12-30 23:59:59.999999Z'";
        return "case when %3$s between %1$s - {0} and %2$s - {0} then (({0} at time zone 'UTC') + %3$s) at time zone 'UTC' end"
                .formatted(first, last, duration);
    }

    /** The instant unless it lies outside the days that every zone can show; null stays null. */
    private static String limited(String instant) {
        return "nullif(nullif(least(greatest(%1$s, %2$s), %3$s), %3$s), %2$s)"
                .formatted(instant, "timestamptz '0001-01-01 23:59:59.999999Z'", "timestamptz '9999-12-31 00:00:00Z'");
    }

    private static String per(int seconds) {
        return NumberFunctions.DIVIDE.replace("{0}", "extract(epoch from {0})").replace("{1}", String.valueOf(seconds));
    }

    private static List<Overload> part(String name, String field, ToLongFunction<ZonedDateTime> part) {
        return List.of(
                of(
                        name + ".date",
                        name,
                        DATE,
                        INTEGER,
                        a -> part.applyAsLong(date(a, 0).atStartOfDay(ZoneOffset.UTC)),
                        "extract(" + field + " from {0})::bigint"),
                of(
                        name + ".dateTime",
                        name,
                        DATE_TIME,
                        INTEGER,
                        a -> part.applyAsLong(local(a)),
                        "extract(" + field + " from " + LOCAL + ")::bigint"));
    }

    private static List<Overload> clockPart(
            String name, ToLongFunction<ZonedDateTime> part, ToLongFunction<LocalTime> timePart) {
        return List.of(
                of(
                        name + ".time",
                        name,
                        TIME,
                        INTEGER,
                        a -> timePart.applyAsLong(a.get(0, LocalTime.class)),
                        "extract(" + name + " from {0})::bigint"),
                of(
                        name + ".dateTime",
                        name,
                        DATE_TIME,
                        INTEGER,
                        a -> part.applyAsLong(local(a)),
                        "extract(" + name + " from " + LOCAL + ")::bigint"));
    }

    /** A move of dates that moves dateTimes too: their local date is moved, their local time stays. */
    private static List<Overload> calendar(String name, Move move, String sql) {
        String moved = sql.replace("{0}", LOCAL + "::date");
        return List.of(
                of(
                        name + ".date",
                        name,
                        List.of(DATE, INTEGER),
                        DATE,
                        a -> move.of(date(a, 0), whole(a, 1)),
                        "(" + sql + ")"),
                of(
                        name + ".dateTime",
                        name,
                        List.of(DATE_TIME, INTEGER),
                        DATE_TIME,
                        a -> moved(a, move),
                        limited("((" + moved + ") + " + LOCAL + "::time) at time zone {zone}")));
    }

    private static @Nullable Instant moved(Arguments arguments, Move move) {
        LocalDateTime local = local(arguments).toLocalDateTime();
        LocalDate date = move.of(local.toLocalDate(), whole(arguments, 1));
        return date == null
                ? null
                : Dates.instant(
                        date.atTime(local.toLocalTime()), arguments.context().zone());
    }

    private interface Move {
        @Nullable
        LocalDate of(LocalDate date, long count);
    }

    private static Overload of(String id, String name, ValueType parameter, ValueType result, Run run, String sql) {
        return of(id, name, List.of(parameter), result, run, sql);
    }

    private static Overload of(
            String id, String name, List<ValueType> parameters, ValueType result, Run run, String sql) {
        return Overload.of(id, name, parameters, result, run, sql);
    }

    private static LocalDate date(Arguments arguments, int index) {
        return arguments.get(index, LocalDate.class);
    }

    private static Duration duration(Arguments arguments, int index) {
        return arguments.get(index, Duration.class);
    }

    private static long whole(Arguments arguments, int index) {
        return arguments.get(index, Long.class);
    }

    private static ZonedDateTime local(Arguments arguments) {
        return arguments.get(0, Instant.class).atZone(arguments.context().zone());
    }

    private static BigDecimal seconds(Arguments arguments) {
        Duration duration = duration(arguments, 0);
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }
}
