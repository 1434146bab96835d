package io.armature.engine.boot.trial;

import io.armature.metadata.problem.Position;
import java.time.Duration;
import java.util.Optional;

/**
 * How a test went.
 *
 * @param place where it is written
 * @param failure absent when all was as expected
 */
public record TrialOutcome(String pack, Position place, String title, Duration time, Optional<TrialFailure> failure) {

    public boolean holds() {
        return failure.isEmpty();
    }
}
