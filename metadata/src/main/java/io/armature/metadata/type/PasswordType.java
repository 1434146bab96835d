package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import java.util.Set;

/** A password: written, kept as a hash, never read. */
final class PasswordType extends AbstractTextType {

    PasswordType() {
        super(
                "password",
                "password",
                200,
                "\"correct horse battery\"",
                Set.of("min", "max", "pattern", "patternMessage"));
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return super.schema(field).put("writeOnly", true);
    }
}
