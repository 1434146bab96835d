package io.armature.engine.write;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A link that new records have to one that is found by its unique key: {@code default: {code: EUR}}.
 *
 * @param target the entity that it leads to, by full name
 * @param key the values, by the fields of the key
 */
record LinkDefault(Field field, String target, SequencedMap<String, Expression> key) {

    static List<LinkDefault> of(Entity entity) {
        List<LinkDefault> defaults = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            if (!field.rules().defaultKey().isEmpty()
                    && field.relation().orElse(null) instanceof Relation.Link(var target, var onDelete)) {
                defaults.add(new LinkDefault(
                        field, target, new TreeMap<>(field.rules().defaultKey())));
            }
        }
        return List.copyOf(defaults);
    }

    /** The key for one record; nothing where a value of it is not known. */
    Optional<Given.Key> of(WriteSet set, RecordState record) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        key.forEach((name, value) -> set.rules().value(value, record).ifPresent(found -> values.put(name, found)));
        return values.size() == key.size() ? Optional.of(new Given.Key(target, values)) : Optional.empty();
    }
}
