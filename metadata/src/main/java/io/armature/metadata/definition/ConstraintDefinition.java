package io.armature.metadata.definition;

import java.util.List;

/** A rule every record of an entity keeps. */
public sealed interface ConstraintDefinition {

    Origin origin();

    /** An expression that may not be false, and what to tell the user when it is. */
    record Check(String expression, String message, Origin origin) implements ConstraintDefinition {}

    /** Fields whose values together occur once. */
    record Unique(List<String> fields, Origin origin) implements ConstraintDefinition {
        public Unique {
            fields = List.copyOf(fields);
        }
    }
}
