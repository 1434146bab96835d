package io.armature.engine.schema.catalogue;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an index does, whatever it is called.
 *
 * @param method {@code btree} or {@code gin}
 * @param keys columns, with {@code desc} behind where so; or an expression in parentheses
 * @param condition of a partial index, as PostgreSQL prints it, or {@link #ACCENTED}; else empty
 */
public record IndexShape(boolean unique, String method, List<String> keys, String condition) {

    /** What follows a key that is sorted backwards. */
    public static final String DESCENDING = " desc";

    /** The condition that one of the indexed texts has letters beyond ASCII, whatever their columns are called. */
    public static final String ACCENTED = "accented";

    public IndexShape {
        keys = List.copyOf(keys);
    }

    /** The columns among the keys. */
    public List<String> columns() {
        return keys.stream()
                .filter(key -> !key.startsWith("("))
                .map(IndexShape::column)
                .toList();
    }

    /** The column of a key. */
    public static String column(String key) {
        return key.endsWith(DESCENDING) ? key.substring(0, key.length() - DESCENDING.length()) : key;
    }

    /** The same after columns got other names. */
    public IndexShape rename(UnaryOperator<String> names) {
        List<String> renamed = keys.stream()
                .map(key -> key.startsWith("(")
                        ? key
                        : names.apply(column(key)) + key.substring(column(key).length()))
                .toList();
        return new IndexShape(unique, method, renamed, condition);
    }
}
