package io.armature.engine.query.request;

/**
 * What records are ordered by.
 *
 * @param expression a field, a path through links, or any other expression that gives one value
 * @param emptyFirst whether empty values come first; as people sort they come last, ascending and descending
 */
public record SortKey(String expression, boolean descending, boolean emptyFirst) {
    public SortKey {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("A sort key names something");
        }
    }

    /** As people sort: empty values last. */
    public SortKey(String expression, boolean descending) {
        this(expression, descending, false);
    }

    /** Exactly the opposite order. */
    SortKey reversed() {
        return new SortKey(expression, !descending, !emptyFirst);
    }
}
