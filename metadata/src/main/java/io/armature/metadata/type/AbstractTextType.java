package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;

/** A type whose values are texts. */
abstract class AbstractTextType extends SimpleType {

    /** So that an index entry stays within PostgreSQL's limit of 2704 bytes. */
    static final int INDEXED_MAXIMUM = 600;

    private final int maximum;
    private final String example;
    private final Patterns patterns = new Patterns();

    /**
     * @param maximum the characters a value may have when the field does not say {@code max}
     * @param example a value as JSON
     */
    AbstractTextType(String name, String widget, int maximum, String example, Set<String> properties) {
        super(name, Scalar.TEXT, one(ColumnType.TEXT), widget, properties);
        this.maximum = maximum;
        this.example = example;
    }

    @Override
    public String read(JsonNode json, FieldDefinition field) throws InvalidValue {
        String text = Texts.read(json, this, example);
        Texts.checkLength(text, field.integer("min").orElse(0), maximum(field));
        checkPattern(text, field);
        if (!text.isEmpty() && !fits(text)) {
            throw wrong(example);
        }
        return text;
    }

    /** Whether a text that is not empty has the type's form. */
    boolean fits(String text) {
        return true;
    }

    private int maximum(FieldDefinition field) {
        boolean indexed = field.flag("unique") || field.flag("index");
        return field.integer("max").orElse(indexed ? Math.min(maximum, INDEXED_MAXIMUM) : maximum);
    }

    private void checkPattern(String text, FieldDefinition field) throws InvalidValue {
        String pattern = field.text("pattern").orElse("");
        if (!pattern.isEmpty() && !text.isEmpty() && !patterns.matches(pattern, text)) {
            throw new InvalidValue(
                    ProblemCode.PATTERN_MISMATCH, field.text("patternMessage").orElse(pattern));
        }
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        ObjectNode schema = Schemas.of("string");
        field.integer("min").ifPresent(minimum -> schema.put("minLength", minimum));
        schema.put("maxLength", maximum(field));
        field.text("pattern").ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern + ")$"));
        return schema;
    }
}
