package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.ImportReport;
import io.armature.metadata.foreign.Outcome;
import io.armature.metadata.foreign.PlainNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The roles of one application. A role that several applications speak of is one in each of their packs; those of later packs
 * inherit those of packs before, so that who holds the last holds all.
 */
final class RoleBook {

    private static final String ADMINISTRATOR = "Administrator";
    private static final String EVERYBODY = "All";
    private static final String TRANSITIONS = "transitions";
    private static final int LONGEST = 60;

    private final String pack;
    private final List<RoleBook> before;
    private final PlainNames names = new PlainNames(LONGEST);
    private final SequencedMap<String, Role> roles = new LinkedHashMap<>();

    /** One role, with its grants by entity. */
    private record Role(String name, String file, Map<String, ObjectNode> grants) {}

    /** @param before those of the applications that this one may need */
    RoleBook(String pack, List<RoleBook> before) {
        this.pack = pack;
        this.before = List.copyOf(before);
    }

    /** Our role for one of Frappe's, made when it is not there; nothing for administrators, who may do everything. */
    Optional<String> role(String foreign, String file) {
        if (foreign.equals(ADMINISTRATOR)) {
            return Optional.empty();
        }
        Role role = roles.computeIfAbsent(foreign, any -> new Role(names.give(foreign), file, new HashMap<>()));
        return Optional.of(pack + "." + role.name());
    }

    /** What is to know of roles that Frappe gives to people by itself, by their names there. */
    void tell(ImportReport report) {
        roles.forEach((foreign, role) -> {
            String file = "roles/" + role.name() + ".yaml";
            String why = switch (foreign) {
                case "Guest" ->
                    "in Frappe people have it who are not signed in: say `visitors: true` in " + file
                            + " if so they shall here";
                case "All" ->
                    "in Frappe everybody has it who is signed in: let `sys.everybody` inherit it if so they shall here";
                default -> "";
            };
            if (!why.isEmpty()) {
                report.add(Outcome.CHANGED, pack, "role", role.file(), foreign, why);
            }
        });
    }

    /** Our role, where there is one. */
    Optional<String> find(String foreign) {
        return Optional.ofNullable(roles.get(foreign)).map(role -> pack + "." + role.name());
    }

    void grant(String foreign, String file, String entity, ObjectNode grant) {
        role(foreign, file);
        Optional.ofNullable(roles.get(foreign)).ifPresent(role -> role.grants().put(entity, grant));
    }

    /**
     * Lets a role take a step of a workflow on records that it may change: a grant has to name it.
     *
     * @param foreign the role, or {@code All} for every one that may change them
     * @param document the step of the document that comes with it and that the role must be allowed, too; or empty
     * @return whether somebody may take it now
     */
    boolean step(String foreign, String entity, String step, String document) {
        boolean taken = false;
        for (Map.Entry<String, Role> role : roles.entrySet()) {
            ObjectNode grant = role.getValue().grants().get(entity);
            boolean meant = foreign.equals(EVERYBODY) || foreign.equals(role.getKey());
            if (meant && grant != null && grant.has("update") && (document.isEmpty() || names(grant, document))) {
                if (!names(grant, step)) {
                    grant.withArray(TRANSITIONS).add(step);
                }
                taken = true;
            }
        }
        return taken;
    }

    private static boolean names(ObjectNode grant, String step) {
        for (JsonNode named : grant.path(TRANSITIONS)) {
            if (named.asText().equals(step)) {
                return true;
            }
        }
        return false;
    }

    /** The packs whose roles are inherited. */
    List<String> needs() {
        return roles.keySet().stream()
                .flatMap(foreign -> inherited(foreign).stream())
                .map(role -> role.substring(0, role.indexOf('.')))
                .distinct()
                .toList();
    }

    private List<String> inherited(String foreign) {
        List<String> inherited = new ArrayList<>();
        before.forEach(book -> book.find(foreign).ifPresent(inherited::add));
        return inherited;
    }

    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        roles.forEach((foreign, role) -> {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            tree.put("title", foreign);
            List<String> inherited = inherited(foreign);
            if (!inherited.isEmpty()) {
                ArrayNode list = tree.putArray("inherits");
                inherited.forEach(list::add);
            }
            ObjectNode grants = tree.putObject("grants");
            role.grants().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> grants.set(entry.getKey(), entry.getValue()));
            drafts.add(new Draft(Kind.ROLE, role.name(), tree, role.file()));
        });
        return drafts;
    }
}
