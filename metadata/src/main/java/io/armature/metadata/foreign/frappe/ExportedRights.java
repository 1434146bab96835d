package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.Node.FlagNode;
import io.armature.metadata.definition.RoleDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes grants as permission rules. Conditions have no place there: such a right becomes one on own records. */
final class ExportedRights {

    private static final Map<String, String> RIGHTS = new TreeMap<>(Map.of(
            "read", "read",
            "create", "create",
            "update", "write",
            "delete", "delete",
            "export", "export",
            "import", "import",
            "share", "share",
            "print", "print",
            "report", "report"));

    private ExportedRights() {}

    static ArrayNode rules(EntityDefinition entity, List<RoleDefinition> roles) {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        for (RoleDefinition role : roles) {
            RoleDefinition.Grant grant =
                    role.grants().getOrDefault(entity.fullName(), role.grants().get(entity.name()));
            if (grant != null) {
                add(rules, role.title().orElse(role.name()), grant, false);
                add(rules, role.title().orElse(role.name()), grant, true);
            }
        }
        return rules;
    }

    private static void add(ArrayNode rules, String role, RoleDefinition.Grant grant, boolean own) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        RIGHTS.forEach((ours, theirs) -> {
            if (grant.rights().containsKey(ours)) {
                boolean flag = grant.rights().get(ours) instanceof FlagNode;
                boolean given = grant.rights().get(ours) instanceof FlagNode(var position, var value) && value;
                if (own ? !flag : given) {
                    rule.put(theirs, 1);
                }
            }
        });
        if (!rule.isEmpty()) {
            rule.put("role", role);
            if (own) {
                rule.put("if_owner", 1);
            }
            rules.add(rule);
        }
    }
}
