package io.armature.metadata.type;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Set;

/** A type of fixed value type, columns and widget: most of them. */
abstract class SimpleType implements FieldType {

    private final String name;
    private final ValueType valueType;
    private final List<ColumnSpec> columns;
    private final String widget;
    private final Set<String> properties;

    SimpleType(String name, ValueType valueType, List<ColumnSpec> columns, String widget, Set<String> properties) {
        this.name = name;
        this.valueType = valueType;
        this.columns = List.copyOf(columns);
        this.widget = widget;
        this.properties = Set.copyOf(properties);
    }

    /** The usual one column, named like the field. */
    static List<ColumnSpec> one(ColumnType type) {
        return List.of(new ColumnSpec("", type));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public ValueType valueType(FieldDefinition field) {
        return valueType;
    }

    @Override
    public List<ColumnSpec> columns(FieldDefinition field) {
        return columns;
    }

    @Override
    public final Set<String> properties() {
        return properties;
    }

    @Override
    public final String widget() {
        return widget;
    }

    /** The refusal of a value of the wrong form. */
    final InvalidValue wrong(String example) {
        return new InvalidValue(ProblemCode.INVALID_VALUE, name, example);
    }
}
