package io.armature.metadata.model;

import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * An entity on its way into the model: overlays merged, place in its lineage known, its own level's fields collected.
 *
 * @param lineage full names, the root first, itself last
 * @param fields of its own level: written, copied from abstract entities, brought by features, and (the one thing that
 *     grows after construction) the links back that lines of other entities need
 */
record EntityDraft(
        EntityDefinition definition,
        EntityName name,
        List<String> lineage,
        SequencedMap<String, FieldDefinition> fields) {

    EntityDraft {
        lineage = List.copyOf(lineage);
        fields = new LinkedHashMap<>(fields);
    }

    String fullName() {
        return name.toString();
    }
}
