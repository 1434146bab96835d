package io.armature.engine.workflow;

import io.armature.metadata.expression.Expression;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a record stays in a state.
 *
 * @param name its own among the timers of the workflow; kept with those that run
 * @param after how long it stays
 * @param every how long until it is looked at again
 * @param when what must hold of the record when the time has come
 * @param notified who is told: {@code owner}, {@code role:x}, or a field that links to a user
 * @param message what they read, in English; empty for the title of the state
 * @param transition that is taken
 */
public record Timer(
        String name,
        String state,
        Duration after,
        Optional<Duration> every,
        Optional<Expression> when,
        List<String> notified,
        String message,
        Optional<String> transition) {

    /** Time stands between two looks, whatever a definition says. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public Timer {
        every = every.map(pause -> pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause);
        notified = List.copyOf(notified);
    }
}
