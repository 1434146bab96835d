package io.armature.metadata.model;

import io.armature.metadata.definition.Origin;
import io.armature.metadata.expression.Expression;
import java.util.List;

/** A rule every record of an entity keeps, checked. */
public sealed interface Constraint {

    /** The entity that declares it. */
    String level();

    Origin origin();

    /** May not be false. */
    record Check(String level, Expression expression, String message, Origin origin) implements Constraint {}

    /** Together once, among records that are not deleted. */
    record Unique(String level, List<String> fields, Origin origin) implements Constraint {
        public Unique {
            fields = List.copyOf(fields);
        }
    }
}
