package io.armature.engine.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import io.armature.metadata.definition.JobDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a job runs. */
sealed interface JobSchedule {

    /** The first moment after another one; none when there is no more. */
    Optional<Instant> after(Instant moment);

    /** For people. */
    String text();

    static JobSchedule of(JobDefinition job) {
        if (job.cron().isPresent()) {
            return new Cron(
                    job.cron().get(), job.timeZone().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC));
        }
        return job.every()
                .<JobSchedule>map(Every::new)
                .orElseGet(() -> new Once(job.at().orElse(Instant.EPOCH)));
    }

    /**
     * By a cron line; a time that a day skips when clocks change is not made up for, one that comes twice counts once.
     *
     * @param line five fields
     */
    record Cron(String line, ZoneId zone) implements JobSchedule {
        @Override
        public Optional<Instant> after(Instant moment) {
            return Optional.of(new CronSchedule(line, zone, CronStyle.UNIX)
                    .getNextExecutionTime(ExecutionComplete.simulatedSuccess(moment)));
        }

        @Override
        public String text() {
            return zone.equals(ZoneOffset.UTC) ? line : line + " " + zone.getId();
        }
    }

    /** Again and again, at moments that do not depend on when the server began: multiples of the interval. */
    record Every(Duration interval) implements JobSchedule {
        @Override
        public Optional<Instant> after(Instant moment) {
            long length = Math.max(1000, interval.toMillis());
            return Optional.of(Instant.ofEpochMilli((Math.floorDiv(moment.toEpochMilli(), length) + 1) * length));
        }

        @Override
        public String text() {
            return interval.toString();
        }
    }

    /** Once. */
    record Once(Instant at) implements JobSchedule {
        @Override
        public Optional<Instant> after(Instant moment) {
            return Optional.of(at).filter(moment::isBefore);
        }

        @Override
        public String text() {
            return at.toString();
        }
    }
}
