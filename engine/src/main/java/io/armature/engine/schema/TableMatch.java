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

    boolean isRestored() {
        return how == How.RESTORED;
    }
}
