package io.armature.metadata.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.type.ValueType.Rows;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Several uploaded files: links to {@code sys.file}, kept in a table of their own. */
final class FilesType extends SimpleType {

    FilesType() {
        super("files", new Rows("sys.file"), List.of(), "files", Set.of("accept", "maxSize", "min", "max"));
    }

    @Override
    public List<UUID> read(JsonNode json, FieldDefinition field) throws InvalidValue {
        return Ids.readAll(json, this, field);
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return Ids.listSchema(field);
    }
}
