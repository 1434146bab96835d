package io.armature.engine.schema.blueprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What the schema shall be.
 *
 * @param tables those that the planner keeps, by name
 * @param references tables of the engine itself that foreign keys lead to; never touched
 */
public record Blueprint(SequencedMap<String, WantedTable> tables, Set<String> references) {

    public Blueprint {
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
        references = Set.copyOf(references);
    }
}
