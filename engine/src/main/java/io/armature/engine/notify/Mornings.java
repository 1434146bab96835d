package io.armature.engine.notify;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** When mails that gather are made: at seven in the morning, where the recipient lives. */
final class Mornings {

    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private Mornings() {}

    /** The next time after a moment. */
    static Instant next(MailWish wish, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime morning = local.with(SEVEN);
        if (wish == MailWish.WEEKLY) {
            morning = morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        if (!morning.isAfter(local)) {
            morning = wish == MailWish.WEEKLY ? morning.plusWeeks(1) : morning.plusDays(1);
        }
        return morning.toInstant();
    }
}
