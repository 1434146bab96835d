package io.armature.metadata.model;

import io.armature.metadata.expression.Identifiers;
import java.util.List;

/**
 * The names of tables and of what stands beside their columns, so that who meets one in an error of PostgreSQL knows what it
 * guards. All carry a {@code $} and fit PostgreSQL's limit.
 */
public final class PhysicalNames {

    private static final String SEPARATOR = "$";

    private PhysicalNames() {}

    /** An entity's own table. */
    public static String table(EntityName entity) {
        return name(entity.pack(), entity.entity());
    }

    public static String primaryKey(String table) {
        return name(table, "pk");
    }

    /** The index that keeps columns unique among records that are not deleted. */
    public static String uniqueIndex(String table, List<String> columns) {
        return name(table, String.join(SEPARATOR, columns), "uq");
    }

    public static String index(String table, List<String> columns) {
        return name(table, String.join(SEPARATOR, columns), "ix");
    }

    /** The trigram index over all columns that are searched by pieces of text. */
    public static String searchIndex(String table) {
        return name(table, "search");
    }

    /** The trigram index over those of their texts that have letters beyond ASCII. */
    public static String accentIndex(String table) {
        return name(table, "search", "accents");
    }

    /** The index that keeps a table to one row. */
    public static String singleIndex(String table) {
        return name(table, "single");
    }

    public static String foreignKey(String table, String column) {
        return name(table, column, "fk");
    }

    /**
     * A check.
     *
     * @param subject the column, or for a rule over several columns a stable word
     * @param meaning of its condition, a digest, so that equal names mean equal checks
     */
    public static String check(String table, String subject, String meaning) {
        return name(table, subject, "ck", meaning);
    }

    /** A check that stands in for NOT NULL while a big table is looked through. */
    public static String notNull(String table, String column) {
        return name(table, column, "nn");
    }

    /** The table of a many-to-many field. */
    public static String junction(String table, String field) {
        return name(table, field);
    }

    private static String name(String... parts) {
        String name = Identifiers.shorten(String.join(SEPARATOR, parts));
        // Of a pack with a long name nothing but that name is left before the hash: the mark stands there instead.
        int hash = name.lastIndexOf('_');
        return name.contains(SEPARATOR) ? name : name.substring(0, hash) + SEPARATOR + name.substring(hash + 1);
    }
}
