package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import java.util.List;

/** Something of a record that an expression can name, with where PostgreSQL keeps it. */
public sealed interface Member {

    String name();

    ValueType type();

    /**
     * A column of the record. Links are columns of type {@link ValueType.Reference}.
     *
     * @param level the entity in whose table the column is: the entity itself, or one whose record it shares
     * @param columns one, or two for a link to any entity (the entity's name and the id)
     */
    record Column(String name, ValueType type, String level, List<String> columns) implements Member {
        public Column {
            columns = List.copyOf(columns);
        }
    }

    /** Records of another table that point here: lines, or the inverse of a link. */
    record Children(String name, ValueType.Rows type, String level, String column) implements Member {}

    /** Records on the other side of a many-to-many table, which stands in the same schema. */
    record Linked(String name, ValueType.Rows type, String table, String sourceColumn, String targetColumn)
            implements Member {}

    /** A value computed from others: a formula or a lookup. */
    record Computed(String name, ValueType type, Expression expression) implements Member {}
}
