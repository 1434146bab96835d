package io.armature.metadata.expression;

import java.util.List;
import java.util.Optional;

/** A record as the {@link Evaluator} reads it. Names are those of {@link Scope#member}. */
public interface Row {

    /** The value of a field that is not computed, in the class its type names; empty when it is null. */
    Optional<Object> value(String name);

    /** The record a link leads to, deleted or not; empty when the link is null. */
    Optional<Row> link(String name);

    /** The records behind lines, an inverse or a many-to-many link; without deleted ones. */
    List<Row> rows(String name);

    /** No record at all: every value is null. For expressions that stand on no record. */
    Row NONE = new Row() {
        @Override
        public Optional<Object> value(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Row> link(String name) {
            return Optional.empty();
        }

        @Override
        public List<Row> rows(String name) {
            return List.of();
        }
    };
}
