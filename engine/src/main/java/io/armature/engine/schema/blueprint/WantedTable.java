package io.armature.engine.schema.blueprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A table that shall be.
 *
 * @param entity whose records it holds
 * @param field of which it is the many-to-many table; else empty
 * @param ancestors the tables that hold the rest of a record, the root's first; none for a root
 * @param formerNames that the table may have now, oldest first
 * @param single whether it holds exactly one row
 */
public record WantedTable(
        String name,
        String entity,
        String field,
        SequencedMap<String, WantedColumn> columns,
        List<String> primaryKey,
        List<WantedIndex> indexes,
        List<WantedForeignKey> foreignKeys,
        List<WantedCheck> checks,
        List<String> ancestors,
        List<String> formerNames,
        boolean single) {

    public WantedTable {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        ancestors = List.copyOf(ancestors);
        formerNames = List.copyOf(formerNames);
    }

    public boolean isJunction() {
        return !field.isEmpty();
    }
}
