package io.armature.engine.query.request;

import java.util.List;
import java.util.Optional;

/**
 * Sums instead of records.
 *
 * @param keys what records of one group have in common; empty for one sum over all
 * @param having a condition on the names of keys and measures
 */
public record Grouping(List<GroupKey> keys, List<Measure> measures, Optional<String> having) {
    public Grouping {
        keys = List.copyOf(keys);
        measures = List.copyOf(measures);
        if (keys.isEmpty() && measures.isEmpty()) {
            throw new IllegalArgumentException("A grouping has a key or a measure");
        }
    }

    /**
     * What groups are made by.
     *
     * @param name what the answer calls it
     */
    public record GroupKey(String name, String expression) {}

    /**
     * What is computed over the records of a group.
     *
     * @param name what the answer calls it
     * @param text as written, such as {@code sum(total)}
     * @param of what it is computed of; absent for {@code count()}
     */
    public record Measure(String name, String text, Function function, Optional<String> of) {}

    /** How a measure computes. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }
}
