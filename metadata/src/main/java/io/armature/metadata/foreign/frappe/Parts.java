package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.foreign.javascript.Value;
import io.armature.metadata.foreign.javascript.Value.Sort;
import java.util.Optional;

/** What several kinds of documents have in common. */
final class Parts {

    private Parts() {}

    /** The roles that a document is for. */
    static ArrayNode roles(Doc doc, AppContext context) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        for (Doc row : doc.rows("roles")) {
            row.text("role")
                    .flatMap(role -> context.roles().role(role, doc.file()))
                    .ifPresent(roles::add);
        }
        return roles;
    }

    /** The path to a field's value, with links as they are; nothing for rows and what is not there. */
    static Optional<String> path(Site.Member member, String field, AppContext context) {
        if (field.equals("name")) {
            return context.site().key(member);
        }
        return context.field(member, field)
                .filter(value -> value.sort() != Sort.ROWS && value.sort() != Sort.CONDITION)
                .map(Value::text)
                .filter(text -> text.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*"));
    }
}
