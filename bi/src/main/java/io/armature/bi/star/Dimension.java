package io.armature.bi.star;

import java.util.List;

/**
 * An entity that facts link to.
 *
 * @param entity full name
 * @param table in the warehouse
 * @param attributes what describes it
 */
public record Dimension(String entity, String table, List<StarColumn> attributes) {
    public Dimension {
        attributes = List.copyOf(attributes);
    }
}
