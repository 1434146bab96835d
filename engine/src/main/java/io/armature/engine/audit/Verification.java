package io.armature.engine.audit;

import java.util.List;
import java.util.Optional;

/**
 * What became of looking at a whole trail.
 *
 * @param rows how many it holds
 * @param sealed how many of them are sealed
 * @param expired how many are gone because their time was over
 * @param seals how many seals there are
 * @param head the latest of them
 * @param problems what does not fit; the first hundred
 */
public record Verification(
        long rows, long sealed, long expired, long seals, Optional<String> head, List<Finding> problems) {

    public Verification {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /**
     * Something that does not fit.
     *
     * @param kind changed, removed, inserted, unsigned, seal, or cut
     * @param row the id of the row, or empty
     * @param seal the number of the seal, or 0
     */
    public record Finding(String kind, String row, long seal, String what) {}
}
