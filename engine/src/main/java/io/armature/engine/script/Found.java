package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records that were read, as scripts see them: JSON with the types that its fields have. They cannot be changed. */
record Found(Model model, Shown shown) {

    @Nullable
    Object record(Entity entity, JsonNode json) {
        if (!json.isObject()) {
            return plain(json);
        }
        Given members = new Given();
        json.properties()
                .forEach(property ->
                        members.put(property.getKey(), member(entity, property.getKey(), property.getValue())));
        return members.frozen();
    }

    @Nullable
    Object records(Entity entity, JsonNode list) {
        List<@Nullable Object> records = new ArrayList<>();
        list.forEach(json -> records.add(record(entity, json)));
        return shown.list(records);
    }

    @Nullable
    Object member(Entity entity, String name, JsonNode json) {
        Field field = entity.fields().get(name);
        Inverse inverse = entity.inverses().get(name);
        if (inverse != null && json.isArray()) {
            return records(model.require(inverse.entity()), json);
        }
        if (field == null || json.isNull()) {
            return plain(json);
        }
        Optional<Entity> target = field.relation().map(Relation::target).flatMap(model::entity);
        if (target.isPresent() && json.isObject()) {
            return record(target.get(), json);
        }
        if (target.isPresent() && json.isArray()) {
            return records(target.get(), json);
        }
        return typed(field.valueType(), json);
    }

    private @Nullable Object typed(ValueType type, JsonNode json) {
        if (type == Scalar.DECIMAL && json.isNumber()) {
            return shown.of(json.decimalValue());
        }
        if (!json.isTextual() || !(type instanceof Scalar scalar)) {
            return plain(json);
        }
        try {
            return shown.of(
                    switch (scalar) {
                        case DATE -> LocalDate.parse(json.textValue());
                        case TIME -> LocalTime.parse(json.textValue());
                        case DATE_TIME -> Instant.parse(json.textValue());
                        case DURATION -> Duration.parse(json.textValue());
                        case DECIMAL -> new BigDecimal(json.textValue());
                        case TEXT, INTEGER, BOOLEAN, JSON, NULL -> json.textValue();
                    });
        } catch (DateTimeException | NumberFormatException masked) {
            return json.textValue();
        }
    }

    private @Nullable Object plain(JsonNode json) {
        return switch (json.getNodeType()) {
            case NUMBER -> json.isIntegralNumber() ? shown.of(json.longValue()) : shown.of(json.decimalValue());
            case BOOLEAN -> json.booleanValue();
            case STRING -> json.textValue();
            case NULL, MISSING -> null;
            case ARRAY, OBJECT, BINARY, POJO -> shown.of(json);
        };
    }
}
