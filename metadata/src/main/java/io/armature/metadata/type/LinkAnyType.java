package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Set;

/** A link to one record of any entity, or of those in {@code to}: {@code {"entity": "crm.customer", "id": "…"}}. */
final class LinkAnyType extends SimpleType {

    /** The suffix of the column that holds the entity's full name. */
    private static final String ENTITY_COLUMN = "_entity";

    private static final String EXAMPLE = "{\"entity\": \"crm.customer\", \"id\": " + Ids.EXAMPLE + "}";

    LinkAnyType() {
        super(
                "linkAny",
                new ValueType.AnyReference(),
                List.of(new ColumnSpec(ENTITY_COLUMN, ColumnType.TEXT), new ColumnSpec("", ColumnType.UUID)),
                "linkAny",
                Set.of("to"));
    }

    @Override
    public AnyLink read(JsonNode json, FieldDefinition field) throws InvalidValue {
        if (!json.isObject() || !json.path("entity").isTextual() || !json.has("id")) {
            throw wrong(EXAMPLE);
        }
        String entity = Texts.storable(json.path("entity").textValue());
        List<String> allowed = field.texts("to");
        if (!allowed.isEmpty() && !allowed.contains(entity)) {
            throw new InvalidValue(ProblemCode.UNKNOWN_OPTION, entity, String.join(", ", allowed));
        }
        return new AnyLink(entity, Ids.read(json.path("id"), this));
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        List<String> allowed = field.texts("to");
        ObjectNode schema = Schemas.of("object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("entity", allowed.isEmpty() ? Schemas.of("string") : Schemas.oneOf(allowed));
        properties.set("id", Ids.schema());
        schema.putArray("required").add("entity").add("id");
        return schema;
    }
}
