package io.armature.engine.write;

import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.type.ValueType;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field that is filled from the other record when a link is chosen: {@code copy: {from: customer.currency}}.
 *
 * @param path from the record: a link, more links, a field
 * @param always whether it also replaces a value that is there
 */
record CopyRule(Field field, List<String> path, boolean always) {

    CopyRule {
        path = List.copyOf(path);
    }

    static List<CopyRule> of(Entity entity) {
        List<CopyRule> rules = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            field.definition().map("copy").ifPresent(copy -> {
                if (copy.entries().get("from") instanceof TextNode from) {
                    boolean always = copy.entries().get("when") instanceof TextNode when
                            && when.value().equals("always");
                    rules.add(new CopyRule(field, List.of(from.value().split("\\.")), always));
                }
            });
        }
        return rules;
    }

    /** The value as the field can hold it: what is no text is written as one where a text is asked for. */
    Optional<Object> fitting(Object value) {
        if (field.valueType() != ValueType.Scalar.TEXT) {
            return Optional.of(value);
        }
        return Optional.ofNullable(
                switch (value) {
                    case String text -> text;
                    case BigDecimal number -> number.stripTrailingZeros().toPlainString();
                    case Boolean flag -> flag ? "1" : "0";
                    case Long number -> number.toString();
                    case Temporal moment -> moment.toString();
                    default -> null;
                });
    }
}
