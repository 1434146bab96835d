package io.armature.engine.query.request;

/** Where in a list a reading begins. */
public sealed interface Page {
    /** The beginning. */
    Page FIRST = new Offset(0);

    /** After so many records: for people, who jump. */
    record Offset(long skipped) implements Page {
        public Offset {
            if (skipped < 0) {
                throw new IllegalArgumentException("An offset cannot be negative: " + skipped);
            }
        }
    }

    /** After the record where an earlier page ended: for machines, who go through all. */
    record After(String cursor) implements Page {}
}
