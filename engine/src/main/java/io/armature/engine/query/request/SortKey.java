package io.armature.engine.query.request;

/**
 * What records are ordered by; empty values come last either way.
 *
 * @param expression a field, a path through links, or any other expression that gives one value
 */
public record SortKey(String expression, boolean descending) {
    public SortKey {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("A sort key names something");
        }
    }
}
