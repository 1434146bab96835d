package io.armature.engine.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Row;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A record as it was read for the caller: what he may not see is not there. */
record JsonRow(Scope scope, String entity, JsonNode json) implements Row {

    @Override
    public Optional<Object> value(String name) {
        JsonNode value = json.path(name);
        return scope.member(entity, name).map(Member::type).flatMap(type -> value(type, value));
    }

    @Override
    public Optional<Row> link(String name) {
        if (name.equals(SystemFields.ID)) {
            return Optional.of(this);
        }
        return scope.member(entity, name)
                .map(Member::type)
                .filter(_ -> json.path(name) instanceof ObjectNode)
                .flatMap(type -> type instanceof ValueType.Reference(String target)
                        ? Optional.of(new JsonRow(scope, target, json.path(name)))
                        : Optional.empty());
    }

    @Override
    public List<Row> rows(String name) {
        List<Row> rows = new ArrayList<>();
        if (scope.member(entity, name).map(Member::type).orElse(Scalar.NULL) instanceof ValueType.Rows(String target)) {
            json.path(name).forEach(row -> rows.add(new JsonRow(scope, target, row)));
        }
        return rows;
    }

    private static Optional<Object> value(ValueType type, JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        return switch (type) {
            case Scalar scalar -> scalar(scalar, json);
            case ValueType.Reference _, ValueType.AnyReference _ -> id(json);
            case ValueType.ListOf(ValueType item) -> {
                List<Object> items = new ArrayList<>();
                json.forEach(node -> value(item, node).ifPresent(items::add));
                yield Optional.of(items);
            }
            case ValueType.Rows _ -> Optional.empty();
        };
    }

    private static Optional<Object> scalar(Scalar scalar, JsonNode json) {
        return switch (scalar) {
            case TEXT -> Optional.of(json.isTextual() ? json.textValue() : json.toString());
            case INTEGER -> Optional.of(json.longValue());
            case DECIMAL -> Optional.of(json.decimalValue());
            case BOOLEAN -> Optional.of(json.booleanValue());
            case DATE -> Optional.of(LocalDate.parse(json.textValue()));
            case TIME -> Optional.of(LocalTime.parse(json.textValue()));
            case DATE_TIME -> Optional.of(Instant.parse(json.textValue()));
            case DURATION -> Optional.of(Duration.parse(json.textValue()));
            case JSON -> Optional.of(json);
            case NULL -> Optional.empty();
        };
    }

    private static Optional<Object> id(JsonNode json) {
        JsonNode id = json.isObject() ? json.path(SystemFields.ID) : json;
        return id.isTextual() ? Optional.of(UUID.fromString(id.textValue())) : Optional.empty();
    }
}
