package io.armature.engine.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of an attempt.
 *
 * @param response the status that the receiver answered
 * @param error for people; empty when it was taken
 */
record Outcome(Optional<Integer> response, Duration duration, String error) {

    boolean isTaken() {
        return error.isEmpty();
    }
}
