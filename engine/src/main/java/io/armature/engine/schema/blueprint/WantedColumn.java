package io.armature.engine.schema.blueprint;

import java.util.List;

/**
 * A column that shall be.
 *
 * @param field of which it is a column; a system column names itself
 * @param type as {@code format_type} prints it
 * @param need whether it may be null
 * @param defaultValue kept by PostgreSQL for those who write no value, as SQL; else empty
 * @param fill what rows get that exist when the column is added, as SQL; empty for nothing
 * @param target the table that a link leads to, when a foreign key shall hold it; else empty
 * @param formerNames that the column may have now, oldest first
 * @param formula a digest of the stored formula that computes the values; else empty
 */
public record WantedColumn(
        String name,
        String field,
        String type,
        Need need,
        String defaultValue,
        String fill,
        String target,
        List<String> formerNames,
        String formula) {

    /** Whether a column may be null. */
    public enum Need {
        OPTIONAL,
        /** Not null as soon as no row lacks a value. Records are checked by the engine in any case. */
        WHEN_FILLED,
        /** Never null: the engine itself gives the value. */
        ALWAYS
    }

    public WantedColumn {
        formerNames = List.copyOf(formerNames);
    }

    /** Whether rows that lack the required value are given one. */
    public boolean filled() {
        return need != Need.OPTIONAL && !fill.isEmpty();
    }

    /** One of the engine's own columns. */
    public static WantedColumn system(String name, String type, Need need, String defaultValue) {
        return new WantedColumn(name, name, type, need, defaultValue, defaultValue, "", List.of(), "");
    }

    public boolean isLink() {
        return !target.isEmpty();
    }
}
