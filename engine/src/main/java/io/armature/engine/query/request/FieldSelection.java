package io.armature.engine.query.request;

import java.util.List;

/**
 * A field to read, and of what it leads to the fields to read there.
 *
 * @param name a field, an inverse link, or {@code *} for all own fields
 * @param nested what stands in parentheses behind it; empty when nothing does
 */
public record FieldSelection(String name, List<FieldSelection> nested) {
    /** All own fields. */
    public static final String ALL = "*";

    public FieldSelection {
        nested = List.copyOf(nested);
    }

    /** A field without parentheses. */
    public static FieldSelection of(String name) {
        return new FieldSelection(name, List.of());
    }
}
