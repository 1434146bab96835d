package io.armature.engine.schema.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A table.
 *
 * @param bytes on disk, without indexes
 * @param primaryKey the constraint's name; empty when there is none
 */
public record Table(
        String name,
        Mark mark,
        long bytes,
        SequencedMap<String, Column> columns,
        String primaryKey,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks) {

    public Table {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /** Whether we made it and it is in use. */
    public boolean isLive() {
        return !mark.entity().isEmpty() && !mark.isRetired();
    }

    /** Whether we made it and retired it. */
    public boolean isRetired() {
        return !mark.entity().isEmpty() && mark.isRetired();
    }

    /** The table that a column's foreign key leads to; empty when it has none. */
    public String target(String column) {
        return foreignKeys.stream()
                .filter(key -> key.shape().column().equals(column))
                .map(key -> key.shape().target())
                .findFirst()
                .orElse("");
    }
}
