package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import java.util.List;
import java.util.Set;

/** What a field's {@code type:} means. Stateless; one instance each. */
public interface FieldType {

    /** As written after {@code type:}. */
    String name();

    /** The type its values have in expressions. */
    ValueType valueType(FieldDefinition field);

    /**
     * The columns that hold it. Most types have one without suffix; lines, links and lookups have none,
     * because other tables hold them.
     */
    List<ColumnSpec> columns(FieldDefinition field);

    /** The properties it understands beyond those of every field. */
    Set<String> properties();

    /** The widget that shows it when no view names another. */
    String widget();

    /**
     * Reads a value as it comes over REST: anything but JSON null. Numbers stay as written only when the JSON was parsed
     * with {@code USE_BIG_DECIMAL_FOR_FLOATS} and exact big decimals.
     *
     * @return the Java value that {@link #valueType} names
     * @throws InvalidValue when it is not a value of this field
     */
    Object read(JsonNode json, FieldDefinition field) throws InvalidValue;

    /** The JSON Schema (2020-12) of its values over REST, without null. */
    ObjectNode schema(FieldDefinition field);

    /**
     * A column of a field.
     *
     * @param suffix what follows the field's name in the column's name; empty for most
     */
    record ColumnSpec(String suffix, ColumnType type) {}
}
