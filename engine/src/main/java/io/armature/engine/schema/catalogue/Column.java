package io.armature.engine.schema.catalogue;

/**
 * A column.
 *
 * @param type as {@code format_type} prints it
 * @param defaultValue as PostgreSQL prints it; empty when there is none
 */
public record Column(String name, String type, boolean notNull, String defaultValue, Mark mark) {

    /** Whether a stored formula computed its values. */
    public boolean isComputed() {
        return !mark.formula().isEmpty();
    }

    /** The same under another name. */
    public Column named(String newName) {
        return new Column(newName, type, notNull, defaultValue, mark);
    }
}
