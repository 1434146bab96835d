package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Work done again and again: {@code jobs/<name>.yaml}.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week
 * @param every instead of {@code cron}: the time between two runs
 * @param hook the function of the pack that does it
 * @param action instead of {@code hook}: something the engine can do by itself
 * @param with what the action is given
 */
public record JobDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        Optional<String> cron,
        Optional<Duration> every,
        Optional<String> timeZone,
        Optional<String> hook,
        Optional<String> action,
        SequencedMap<String, Node> with,
        int retries,
        boolean enabled,
        MapNode source)
        implements Definition {

    public JobDefinition {
        with = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(with));
    }

    @Override
    public Kind kind() {
        return Kind.JOB;
    }
}
