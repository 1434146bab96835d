package io.armature.engine.boot.trial;

import io.armature.metadata.problem.Position;
import java.util.List;

/**
 * Why a test does not hold.
 *
 * @param place of the step, in the pack
 * @param step what was done
 * @param differences between what was expected and what was
 * @param answer all of it, as it came; empty if there was none
 */
public record TrialFailure(Position place, String step, List<Difference> differences, String answer) {

    public TrialFailure {
        differences = List.copyOf(differences);
    }

    /**
     * One thing that is not as expected.
     *
     * @param path such as {@code body.lines.0.amount}
     */
    public record Difference(String path, String expected, String actual) {}
}
