package io.armature.bi.star;

import java.util.List;

/**
 * An entity whose records are counted and summed.
 *
 * @param entity full name
 * @param table in the warehouse
 * @param measures what can be summed
 * @param keys links to dimensions
 * @param attributes what records are grouped by without a dimension: choices, flags, dates
 */
public record Fact(
        String entity, String table, List<StarColumn> measures, List<DimensionKey> keys, List<StarColumn> attributes) {
    public Fact {
        measures = List.copyOf(measures);
        keys = List.copyOf(keys);
        attributes = List.copyOf(attributes);
    }
}
