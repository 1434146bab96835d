package io.armature.metadata.model;

/** How a field leads to other records. */
public sealed interface Relation {

    /** The entity at the other side, by full name. */
    String target();

    /** A link: the column holds the other record's id. */
    record Link(String target, OnDelete onDelete) implements Relation {}

    /**
     * Owned children, saved with their parent.
     *
     * @param by the child's field that links back
     */
    record Lines(String target, String by) implements Relation {}

    /** Many to many, by a table of its own with columns {@code source}, {@code target} and {@code position}. */
    record Links(String target, String table) implements Relation {
        public static final String SOURCE = "source";
        public static final String TARGET = "target";
        public static final String POSITION = "position";
    }

    /** Other records whose link {@code by} leads here; not a field of its own, only readable. */
    record Inverse(String target, String by) implements Relation {}

    /** What happens to a link when the record it leads to is deleted for good. */
    enum OnDelete {
        /** The deletion is refused. */
        RESTRICT,
        /** The link becomes empty. */
        CLEAR,
        /** The linking record goes too. */
        CASCADE
    }
}
