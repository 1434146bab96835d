package io.armature.metadata.model;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.type.ColumnType;
import io.armature.metadata.type.FieldType;
import io.armature.metadata.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * A field of a compiled entity.
 *
 * @param level the entity in whose table the columns are; differs from the entity for what a concrete parent holds
 * @param columns physical columns in that table; none for lines, many-to-many, lookups and formulas that are not stored
 * @param relation where it leads, for links, lines and many-to-many
 * @param system one that every record has
 * @param stored a formula whose value is kept in a column when the record is written
 */
public record Field(
        String name,
        String title,
        FieldType type,
        FieldDefinition definition,
        String level,
        ValueType valueType,
        List<Column> columns,
        Optional<Relation> relation,
        boolean required,
        boolean unique,
        boolean readOnly,
        boolean setOnce,
        boolean translated,
        boolean system,
        boolean stored,
        FieldRules rules) {

    public Field {
        columns = List.copyOf(columns);
    }

    public Origin origin() {
        return definition.origin();
    }

    /** Whether its value is computed: by a formula or a lookup. */
    public boolean computed() {
        return rules.formula().isPresent();
    }

    /** The only column. */
    public Column column() {
        if (columns.size() != 1) {
            throw new IllegalStateException(level + "." + name + " has " + columns.size() + " columns, not one");
        }
        return columns.getFirst();
    }

    /** The same with its expressions and the type they give it. */
    public Field with(ValueType checkedType, FieldRules checked) {
        return new Field(
                name,
                title,
                type,
                definition,
                level,
                checkedType,
                columns,
                relation,
                required,
                unique,
                readOnly,
                setOnce,
                translated,
                system,
                stored,
                checked);
    }

    /** A physical column. */
    public record Column(String name, ColumnType type) {}
}
