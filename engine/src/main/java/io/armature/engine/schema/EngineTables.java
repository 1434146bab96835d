package io.armature.engine.schema;

import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.Table;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import java.util.Optional;

/**
 * Sees to it that what packs add to the engine's own entities has a place: their tables change with the engine only, so a
 * field of a pack must be computed, lead there by a table of its own, or be one that the engine has a column for.
 */
final class EngineTables {

    private final Catalogue catalogue;
    private final Findings findings;

    EngineTables(Catalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void check(Model model) {
        for (Entity entity : model.entities().values()) {
            if (entity.stored() && !entity.managed()) {
                Optional.ofNullable(catalogue.tables().get(entity.table())).ifPresent(table -> check(entity, table));
            }
        }
    }

    private void check(Entity entity, Table table) {
        for (Field field : entity.ownFields()) {
            boolean added = !field.origin().pack().equals(entity.name().pack());
            if (added
                    && field.columns().stream()
                            .anyMatch(column -> !table.columns().containsKey(column.name()))) {
                findings.noPlace(entity.fullName(), field.name());
            }
        }
    }
}
