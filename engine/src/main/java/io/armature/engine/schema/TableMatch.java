package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedTable;
import io.armature.engine.schema.catalogue.Table;
import java.util.Optional;

/**
 * A wanted table and the one that it is now.
 *
 * @param source the table as it is; none when it is to be made
 */
record TableMatch(WantedTable wanted, How how, Optional<Table> source) {

    enum How {
        NEW,
        KEPT,
        RENAMED,
        RESTORED
    }

    /** The table as it is, which is known to be there. */
    Table table() {
        return source.orElseThrow();
    }

    /** Whether the table had the name when something that led to it was retired. */
    boolean wasCalled(String name) {
        return source.filter(table -> table.name().equals(name)
                        || table.mark().retired().equals(name)
                        || table.mark().formerly().contains(name))
                .isPresent();
    }

    boolean isRestored() {
        return how == How.RESTORED;
    }
}
