package io.armature.engine.write;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * Where PostgreSQL keeps the values of an entity's records.
 *
 * @param levels the tables that share the record, the root's first
 */
record Layout(List<Level> levels) {

    Layout {
        levels = List.copyOf(levels);
    }

    /** One table, with the columns that the engine writes beside {@code id}. */
    record Level(String entity, String table, List<Slot> slots) {
        Level {
            slots = List.copyOf(slots);
        }
    }

    /**
     * One column.
     *
     * @param key the name of its value in a record's state: the field's, or for translations the column's
     * @param part which of the field's columns it is
     */
    record Slot(String key, Field field, int part) {
        String column() {
            return field.columns().get(part).name();
        }

        ColumnType type() {
            return field.columns().get(part).type();
        }
    }

    static Layout of(Model model, Entity entity) {
        return new Layout(entity.lineage().stream()
                .map(level -> level(entity, level, model.require(level).table()))
                .toList());
    }

    private static Level level(Entity entity, String level, String table) {
        List<Slot> slots = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            if (field.level().equals(level) && !field.name().equals(SystemFields.ID)) {
                for (int part = 0; part < field.columns().size(); part++) {
                    slots.add(new Slot(key(field, part), field, part));
                }
            }
        }
        return new Level(level, table, slots);
    }

    private static String key(Field field, int part) {
        return part > 0 && field.translated() ? field.columns().get(part).name() : field.name();
    }

    /** The name under which a state keeps the other languages of a translated field. */
    static String translations(Field field) {
        return field.columns().getLast().name();
    }

    List<Slot> slots() {
        return levels.stream().flatMap(level -> level.slots().stream()).toList();
    }
}
