package io.armature.engine.schema;

import io.armature.engine.schema.blueprint.WantedColumn;
import io.armature.engine.schema.catalogue.Column;
import io.armature.engine.schema.data.Conversion;
import java.util.Optional;

/** A wanted column and what becomes it. */
sealed interface ColumnMatch {

    WantedColumn wanted();

    /** A column that stays, perhaps under another name. */
    record Same(WantedColumn wanted, Column column) implements ColumnMatch {}

    /** A column whose type changes in place, because no value is lost. */
    record Converted(WantedColumn wanted, Column column, Conversion conversion) implements ColumnMatch {}

    /**
     * A retired column that comes back.
     *
     * @param replaced the column in its place until now; what was written there since is taken over
     */
    record Restored(WantedColumn wanted, Column column, Optional<Replaced> replaced) implements ColumnMatch {}

    /** @param there and back: how its values became and become those of the restored one */
    record Replaced(Column column, Optional<Conversion> there, Optional<Conversion> back) {}

    /**
     * A new column.
     *
     * @param replaced the column in its place until now, to be retired
     * @param copied where values come from that fit: the replaced column, or one retired before
     */
    record Added(WantedColumn wanted, Optional<Column> replaced, Optional<Copy> copied) implements ColumnMatch {}

    /** Values of another column, as far as they fit. */
    record Copy(Column column, Conversion conversion) {}

    /** The column that goes on as the wanted one. */
    default Optional<Column> goesOn() {
        return switch (this) {
            case Same it -> Optional.of(it.column());
            case Converted it -> Optional.of(it.column());
            case Restored it -> Optional.of(it.column());
            case Added _ -> Optional.empty();
        };
    }
}
