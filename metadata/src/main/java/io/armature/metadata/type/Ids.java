package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ids of records. */
final class Ids {

    static final String EXAMPLE = "\"01890a5d-ac96-774b-bcce-b302099a8057\"";

    private static final int LENGTH = 36;

    private Ids() {}

    static UUID read(JsonNode json, SimpleType type) throws InvalidValue {
        String text = json.isTextual() ? json.textValue() : "";
        if (text.length() != LENGTH) {
            throw type.wrong(EXAMPLE);
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw type.wrong(EXAMPLE);
        }
    }

    /** Distinct ids, in the order given. */
    static List<UUID> readAll(JsonNode json, SimpleType type, FieldDefinition field) throws InvalidValue {
        if (!json.isArray()) {
            throw type.wrong("[" + EXAMPLE + "]");
        }
        Counts.checkWithin(json.size(), field);
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode item : json) {
            ids.add(read(item, type));
        }
        return List.copyOf(ids);
    }

    static ObjectNode schema() {
        return Schemas.text("uuid");
    }

    static ObjectNode listSchema(FieldDefinition field) {
        ObjectNode schema = Schemas.list(schema());
        Counts.describe(schema, field);
        return schema;
    }
}
