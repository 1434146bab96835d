package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Maps the permission rules of a DocType to a grant for each role. Rules of level 0 speak of records, those above of the fields
 * of that level: a role without such a rule does not see them.
 */
final class PermissionMapping {

    private static final String OWN = "owner == user.id";

    /** Frappe's rights, and ours. */
    private static final Map<String, String> RIGHTS = rights();

    private static final List<String> STEPS = List.of("submit", "cancel", "amend");

    private PermissionMapping() {}

    private static Map<String, String> rights() {
        SequencedMap<String, String> rights = new LinkedHashMap<>();
        rights.put("read", "read");
        rights.put("create", "create");
        rights.put("write", "update");
        rights.put("delete", "delete");
        rights.put("export", "export");
        rights.put("import", "import");
        rights.put("share", "share");
        rights.put("print", "print");
        rights.put("report", "report");
        return rights;
    }

    /** The grants by the names of Frappe's roles. */
    static SequencedMap<String, ObjectNode> grants(Site.Member member, List<Doc> rules) {
        SequencedMap<String, List<Doc>> byRole = new LinkedHashMap<>();
        for (Doc rule : rules) {
            rule.text("role")
                    .ifPresent(role -> byRole.computeIfAbsent(role, any -> new ArrayList<>())
                            .add(rule));
        }
        SequencedMap<String, ObjectNode> grants = new LinkedHashMap<>();
        byRole.forEach((role, rows) -> grant(member, rows).ifPresent(grant -> grants.put(role, grant)));
        return grants;
    }

    private static Optional<ObjectNode> grant(Site.Member member, List<Doc> rules) {
        List<Doc> records = rules.stream().filter(rule -> level(rule) == 0).toList();
        ObjectNode grant = JsonNodeFactory.instance.objectNode();
        RIGHTS.forEach((theirs, ours) -> right(grant, theirs, ours, records));
        if (grant.isEmpty()) {
            return Optional.empty();
        }
        if (member.type().isSubmittable()) {
            ArrayNode steps = grant.arrayNode();
            STEPS.stream()
                    .filter(step -> records.stream().anyMatch(rule -> rule.flag(step)))
                    .forEach(steps::add);
            if (!steps.isEmpty()) {
                grant.set("transitions", steps);
            }
        }
        levels(member, rules, grant);
        return Optional.of(grant);
    }

    private static int level(Doc rule) {
        return rule.number("permlevel").map(number -> number.intValue()).orElse(0);
    }

    private static void right(ObjectNode grant, String theirs, String ours, List<Doc> rules) {
        List<Doc> giving = rules.stream().filter(rule -> rule.flag(theirs)).toList();
        if (giving.isEmpty()) {
            return;
        }
        boolean all = giving.stream().anyMatch(rule -> !rule.flag("if_owner"));
        if (all || ours.equals("create") || ours.equals("import")) {
            grant.put(ours, true);
        } else {
            grant.put(ours, OWN);
        }
    }

    private static void levels(Site.Member member, List<Doc> rules, ObjectNode grant) {
        ArrayNode hidden = grant.arrayNode();
        ArrayNode readOnly = grant.arrayNode();
        for (Doc field : member.type().data()) {
            int level = level(field);
            if (level == 0 || DocType.isComputed(field)) {
                continue;
            }
            String name = member.fields().getOrDefault(field.fieldname(), field.fieldname());
            boolean reads = rules.stream().anyMatch(rule -> level(rule) == level && rule.flag("read"));
            boolean writes = rules.stream().anyMatch(rule -> level(rule) == level && rule.flag("write"));
            if (!reads) {
                hidden.add(name);
            } else if (!writes) {
                readOnly.add(name);
            }
        }
        if (!hidden.isEmpty()) {
            grant.set("hidden", hidden);
        }
        if (!readOnly.isEmpty()) {
            grant.set("readOnly", readOnly);
        }
    }
}
