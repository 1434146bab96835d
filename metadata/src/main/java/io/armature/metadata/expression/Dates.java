package io.armature.metadata.expression;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Dates and times of the years 1 to 9999, the same as what the SQL in {@link DateFunctions} computes. */
final class Dates {

    static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    /** One day inside the years 1 to 9999, so that the local time is inside them in every zone. */
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T23:59:59.999999Z");
    private static final Duration LONGEST = Duration.ofHours(Limits.DURATION_HOURS);
    private static final long MOST_MONTHS = 200_000;

    private Dates() {}

    static @Nullable LocalDate addDays(LocalDate date, long days) {
        long most = ChronoUnit.DAYS.between(FIRST, LAST);
        return Math.abs(days) > most || days == Long.MIN_VALUE ? null : limited(date.plusDays(days));
    }

    static @Nullable LocalDate addMonths(LocalDate date, long months) {
        boolean far = months > MOST_MONTHS || months < -MOST_MONTHS;
        return far ? null : limited(date.plusMonths(months));
    }

    static @Nullable LocalDate addYears(LocalDate date, long years) {
        boolean far = years > MOST_MONTHS || years < -MOST_MONTHS;
        return far ? null : addMonths(date, years * 12);
    }

    private static @Nullable LocalDate limited(LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
    }

    static @Nullable Instant plus(Instant instant, Duration duration) {
        return limited(instant.plus(duration));
    }

    /** The instant if it lies between 0001-01-02 and 9999-12-30 of UTC. */
    static @Nullable Instant limited(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }

    /** The sum unless it is longer than ten thousand years. */
    static @Nullable Duration plus(Duration left, Duration right) {
        Duration sum = left.plus(right);
        return sum.abs().compareTo(LONGEST) >= 0 ? null : sum;
    }

    /** The instant of a local time; where a clock shows it twice the later, where it skips it as much later. */
    static @Nullable Instant instant(LocalDateTime local, ZoneId zone) {
        return limited(local.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }

    static LocalDate startOf(LocalDate date, String unit) {
        return switch (unit) {
            case "day" -> date;
            case "week" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> date.withDayOfMonth(1);
            case "quarter" -> LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case "year" -> date.withDayOfYear(1);
            default -> throw new IllegalArgumentException("Not a unit of dates: " + unit);
        };
    }

    static @Nullable Instant startOf(Instant instant, String unit, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return switch (unit) {
            case "hour" -> limited(local.truncatedTo(ChronoUnit.HOURS).toInstant());
            case "minute" -> limited(local.truncatedTo(ChronoUnit.MINUTES).toInstant());
            default -> instant(startOf(local.toLocalDate(), unit).atStartOfDay(), zone);
        };
    }

    /** Whole days of a duration, towards zero. */
    static long days(Duration duration) {
        return duration.isNegative() ? -duration.negated().toDays() : duration.toDays();
    }

    static String text(LocalDate date) {
        return "%04d-%02d-%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String text(LocalTime time) {
        String seconds = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
        int micros = time.getNano() / 1000;
        return micros == 0 ? seconds : seconds + "." + "%06d".formatted(micros).replaceAll("0+$", "");
    }

    static String text(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return text(utc.toLocalDate()) + "T" + text(utc.toLocalTime()) + "Z";
    }
}
