package io.armature.engine.query.plan;

import io.armature.engine.access.FieldAccess;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.Optional;

/** One thing to tell about a record. */
public sealed interface Output {
    /** The name in the record's JSON. */
    String name();

    /** On which of the records told it shows. */
    FieldAccess access();

    /** A value of the record itself: a column, a formula, a lookup; of a link the id. */
    record Value(Field field, FieldAccess access) implements Output {
        @Override
        public String name() {
            return field.name();
        }
    }

    /**
     * The record that a link leads to. What it tells says for itself where it shows.
     */
    record Linked(Field field, String target, FieldAccess access, List<Output> outputs) implements Output {
        public Linked {
            outputs = List.copyOf(outputs);
        }

        @Override
        public String name() {
            return field.name();
        }
    }

    /**
     * The records behind lines, a many-to-many link or an inverse link.
     *
     * @param rule what holds of those that the caller may read
     */
    record Listed(String name, Relation relation, Optional<Expression> rule, FieldAccess access, List<Output> outputs)
            implements Output {
        public Listed {
            outputs = List.copyOf(outputs);
        }
    }

    /** The ids of the records behind a many-to-many or an inverse link. */
    record Identified(String name, Relation relation, Optional<Expression> rule, FieldAccess access)
            implements Output {}

    /** Something that the caller sees on no record, and is told so. */
    record Hidden(String name) implements Output {
        @Override
        public FieldAccess access() {
            return FieldAccess.HIDDEN;
        }
    }
}
