package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Work done again and again: {@code jobs/<name>.yaml}.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week
 * @param every instead of {@code cron}: the time between two runs
 * @param at instead of {@code cron}: the one moment
 * @param hook the function of the pack that does it
 * @param action instead of {@code hook}: something the engine can do by itself
 * @param with what hook or action is given
 * @param concurrency how many of its runs may go on at once
 * @param timeout how long a run may take
 */
public record JobDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        Optional<String> cron,
        Optional<Duration> every,
        Optional<Instant> at,
        Optional<String> timeZone,
        Optional<String> hook,
        Optional<String> action,
        SequencedMap<String, Node> with,
        int retries,
        int concurrency,
        CatchUp catchUp,
        Optional<Duration> timeout,
        boolean enabled,
        MapNode source)
        implements Definition {

    /** What becomes of moments that were missed. */
    public enum CatchUp {
        /** One run for all of them. */
        ONCE,
        /** None. */
        SKIP,
        /** One run for each. */
        ALL
    }

    public JobDefinition {
        with = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(with));
    }

    @Override
    public Kind kind() {
        return Kind.JOB;
    }
}
