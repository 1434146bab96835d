package io.armature.engine.job;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs of one job, one after the other, for a while and without the scheduler. Short ones are set aside several at a time, so that
 * the look for room, for which lanes wait for each other, is one for all of them. For one thread.
 */
final class Lane {

    /** For so long runs follow each other; then others have their turn. */
    private static final Duration WHILE = Duration.ofSeconds(2);

    /** What is set aside shall be begun within so long. */
    private static final long AHEAD_NANOS = Duration.ofMillis(100).toNanos();

    private static final int MOST_AHEAD = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final LaneStore lanes;
    private final RunStore runs;
    private final Tenant tenant;
    private final String task;
    private final PackJob job;
    private final Deque<UUID> aside = new ArrayDeque<>();
    private final long until = System.nanoTime() + WHILE.toNanos();
    private long begun = System.nanoTime();

    /** @param task as the scheduler calls it */
    Lane(LaneStore lanes, RunStore runs, Tenant tenant, String task, PackJob job) {
        this.lanes = lanes;
        this.runs = runs;
        this.tenant = tenant;
        this.task = task;
        this.job = job;
    }

    /** The first run, if there is room. */
    Optional<RunRow> first(UUID id) {
        LaneStore.Start start = lanes.begin(tenant, id, task, job.name(), job.limits());
        aside.addAll(start.aside());
        if (start.run().isEmpty() && aside.isEmpty() && runs.isOver(tenant, id)) {
            // Its node may have died between writing down that it is done and letting the next one go on.
            lanes.passOn(tenant, job.name());
        }
        begun = System.nanoTime();
        return start.run().or(this::fromAside);
    }

    /** The run after one that ended. */
    Optional<RunRow> next() {
        long took = System.nanoTime() - begun;
        Optional<RunRow> next = fromAside();
        if (next.isEmpty() && System.nanoTime() > until) {
            lanes.passOn(tenant, job.name());
        } else if (next.isEmpty()) {
            int most = (int) Math.clamp(AHEAD_NANOS / Math.max(took, 1), 1, MOST_AHEAD);
            aside.addAll(lanes.ahead(tenant, task, job.name(), job.limits(), most));
            next = fromAside();
        }
        begun = System.nanoTime();
        return next;
    }

    /** Its present run takes long: others may do what is set aside. */
    void stuck() {
        if (!aside.isEmpty() && job.limits().ofJob() > 1) {
            try {
                lanes.giveBack(tenant, task, job.name(), aside);
                aside.clear();
            } catch (DatabaseException away) {
                LOG.warn("Runs of {} wait for one that takes long: {}", job.name(), away.getMessage());
            }
        }
    }

    /** Skips those that were stopped meanwhile. */
    private Optional<RunRow> fromAside() {
        Optional<RunRow> run = Optional.empty();
        while (run.isEmpty() && !aside.isEmpty()) {
            run = runs.claim(tenant, aside.removeFirst(), task);
        }
        return run;
    }
}
