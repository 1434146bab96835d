package io.armature.metadata.model;

import io.armature.metadata.expression.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * The expressions of a field, checked.
 *
 * @param formula computes the value; the field cannot be written then
 * @param defaultValue the value of a new record that gives none: an expression, or a constant as a literal expression
 * @param defaultKey for a link: the values of a unique key of the record that a new record links to when it gives none, by
 *     the fields of the key
 * @param visible whether it shows
 * @param readOnly whether it may be written, where that depends on the record
 * @param required whether it must have a value, where that depends on the record
 */
public record FieldRules(
        Optional<Expression> formula,
        Optional<Expression> defaultValue,
        Map<String, Expression> defaultKey,
        Optional<Expression> visible,
        Optional<Expression> readOnly,
        Optional<Expression> required) {

    public static final FieldRules NONE = new FieldRules(
            Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public FieldRules {
        defaultKey = Map.copyOf(defaultKey);
    }
}
