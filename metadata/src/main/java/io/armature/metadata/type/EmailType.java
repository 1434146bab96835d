package io.armature.metadata.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.FieldDefinition;
import java.util.Set;

/** An e-mail address. */
final class EmailType extends AbstractTextType {

    EmailType() {
        super("email", "email", 254, "\"ada@example.org\"", Set.of("max", "pattern", "patternMessage"));
    }

    @Override
    boolean fits(String text) {
        int at = text.lastIndexOf('@');
        String domain = text.substring(at + 1);
        return at > 0
                && at <= 64
                && text.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';')
                && text.indexOf('@') == at
                && domain.contains(".")
                && !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.contains("..");
    }

    @Override
    public ObjectNode schema(FieldDefinition field) {
        return super.schema(field).put("format", "email");
    }
}
