package io.armature.metadata.foreign.table;

import io.armature.metadata.foreign.PlainNames;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a table becomes: its entity, its fields, and the column whose values tell its rows apart.
 *
 * @param fields the names of the fields, a column each
 * @param key the column of the key; nothing where no column tells all rows apart
 */
record TableShape(Table table, String entity, List<String> fields, List<ColumnType> types, Optional<Integer> key) {

    TableShape {
        fields = List.copyOf(fields);
        types = List.copyOf(types);
    }

    static TableShape of(Table table, PlainNames entities) {
        PlainNames names = new PlainNames(60);
        SystemFields.ALL.forEach(names::reserve);
        List<String> fields = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            fields.add(names.give(table.headers().get(i)));
            types.add(ColumnType.of(table.filled(i)));
        }
        return new TableShape(table, entities.give(table.name()), fields, types, key(table, fields, types));
    }

    /** The first column of texts or whole numbers that is always filled and never the same twice. */
    private static Optional<Integer> key(Table table, List<String> fields, List<ColumnType> types) {
        for (int i = 0; i < fields.size(); i++) {
            List<String> cells = table.filled(i);
            String type = types.get(i).type();
            boolean named = type.equals("text") || type.equals("integer") || type.equals("email");
            if (named
                    && !cells.isEmpty()
                    && cells.size() == table.rows().size()
                    && new HashSet<>(cells).size() == cells.size()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The field of the key, of a table that has one. */
    String keyField() {
        return fields.get(key.orElseThrow());
    }

    /** The values of the key. */
    HashSet<String> keys() {
        return key.map(column -> new HashSet<>(table.filled(column))).orElseGet(HashSet::new);
    }
}
