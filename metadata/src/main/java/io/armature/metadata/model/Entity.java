package io.armature.metadata.model;

import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.definition.Features;
import io.armature.metadata.definition.NumberDefinition;
import io.armature.metadata.definition.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A compiled entity.
 *
 * @param table its own table, without schema; engine-owned entities name an existing table
 * @param managed whether the schema planner keeps the table; false for the engine's own tables
 * @param lineage the entities that share its record, the root first, itself last; only the root's table holds the
 *     system fields, but each level has {@code deleted_at} where the entity deletes softly
 * @param fields all fields: the system's, inherited, own; in the order a form would show them, the system's last
 * @param inverses links of other entities that lead here
 * @param label the field a link shows; {@code id} when nothing better is there
 * @param lineOf whether other entities own its records as lines; such a table has a column {@code _position}
 */
public record Entity(
        EntityName name,
        String title,
        String plural,
        Optional<String> icon,
        Origin origin,
        Shape shape,
        Features features,
        String table,
        boolean managed,
        List<String> lineage,
        SequencedMap<String, Field> fields,
        SequencedMap<String, Inverse> inverses,
        String label,
        Optional<NumberDefinition> number,
        Map<String, String> search,
        List<Constraint> constraints,
        List<List<String>> indexes,
        List<String> key,
        boolean isPublic,
        boolean lineOf,
        List<String> renamedFrom) {

    public Entity {
        lineage = List.copyOf(lineage);
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        inverses = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inverses));
        search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
        constraints = List.copyOf(constraints);
        indexes = indexes.stream().map(List::copyOf).toList();
        key = List.copyOf(key);
        renamedFrom = List.copyOf(renamedFrom);
    }

    public String fullName() {
        return name.toString();
    }

    public Optional<Field> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The entity whose table holds the system fields. */
    public String root() {
        return lineage.getFirst();
    }

    /** The sets of fields whose values together name one record. */
    public Set<Set<String>> uniqueKeys() {
        Set<Set<String>> keys = new LinkedHashSet<>();
        if (!key.isEmpty()) {
            keys.add(Set.copyOf(key));
        }
        fields.values().stream().filter(Field::unique).forEach(field -> keys.add(Set.of(field.name())));
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Unique unique) {
                keys.add(Set.copyOf(unique.fields()));
            }
        }
        keys.add(Set.of(SystemFields.EXTERNAL_ID));
        return keys;
    }

    /** Whether it has a table of its own. */
    public boolean stored() {
        return shape != Shape.ABSTRACT && shape != Shape.VIRTUAL;
    }

    /** The fields whose columns are in this entity's own table. */
    public List<Field> ownFields() {
        return fields.values().stream()
                .filter(field -> field.level().equals(fullName()))
                .toList();
    }
}
