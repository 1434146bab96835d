package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Set;

/** A place or shape on the globe: {@code {"lat": 48.85, "lon": 2.35}}, or a GeoJSON geometry (RFC 7946). */
final class GeoType extends SimpleType {

    private static final String EXAMPLE = "{\"lat\": 48.8566, \"lon\": 2.3522}";

    private static final Set<String> SHAPES =
            Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

    GeoType() {
        super("geo", Scalar.JSON, one(ColumnType.JSONB), "map", Set.of());
    }

    @Override
    public JsonNode read(JsonNode json, FieldDefinition field) throws InvalidValue {
        if (!isPlace(json) && !isShape(json)) {
            throw wrong(EXAMPLE);
        }
        JsonValues.checkStorable(json);
        return json;
    }

    private static boolean isPlace(JsonNode json) {
        return json.isObject() && json.size() == 2 && within(json.path("lat"), 90) && within(json.path("lon"), 180);
    }

    private static boolean within(JsonNode number, int limit) {
        return number.isNumber() && Math.abs(number.doubleValue()) <= limit;
    }

    private static boolean isShape(JsonNode json) {
        return json.isObject()
                && json.size() == 2
                && SHAPES.contains(json.path("type").asText())
                && json.path("coordinates").isArray();
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Schemas.of("object");
    }
}
