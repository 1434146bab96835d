package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** {@code { status: 'lead', country: id }} as an expression. Values never become part of its grammar. */
final class Condition {

    private Condition() {}

    static String of(Entity entity, JsonNode where) {
        return where.properties().stream()
                .map(part -> equal(entity, part.getKey(), part.getValue()))
                .collect(Collectors.joining(" && "));
    }

    private static String equal(Entity entity, String name, JsonNode value) {
        Field field = entity.fields().get(name);
        if (field == null) {
            throw new ScriptFault(entity.fullName() + " has no field `" + name + "`");
        }
        if (value.isNull()) {
            return name + " == null";
        }
        if (field.relation().orElse(null) instanceof Relation.Link) {
            return name + ".id == " + value;
        }
        if (field.valueType() instanceof Scalar scalar && value.isTextual()) {
            return switch (scalar) {
                case DATE -> name + " == date(" + value + ")";
                case DATE_TIME -> name + " == dateTime(" + value + ")";
                case DURATION -> name + " == duration(" + value + ")";
                case INTEGER, DECIMAL -> name + " == " + number(value.textValue());
                case TEXT, TIME, BOOLEAN, JSON, NULL -> name + " == " + value;
            };
        }
        if (value.isValueNode()) {
            return name + " == " + value;
        }
        throw new ScriptFault("`" + name + "` is compared with a value, not with a list or an object");
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException none) {
            throw new ScriptFault("Not a number: " + text);
        }
    }
}
