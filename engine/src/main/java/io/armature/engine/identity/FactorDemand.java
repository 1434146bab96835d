package io.armature.engine.identity;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.model.Model;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether roles demand a second factor: those given to the user, those they inherit, and the one that everybody has who
 * signs in.
 */
final class FactorDemand {

    private static final String EVERYBODY = "sys.everybody";

    private final Model model;
    private final Map<String, List<String>> changed = new HashMap<>();

    /** @param changed roles that administrators changed, each beside one that it inherits: {@code crm.rep core.employee} */
    FactorDemand(Model model, Collection<String> changed) {
        this.model = model;
        for (String pair : changed) {
            int blank = pair.indexOf(' ');
            String role = pair.substring(0, blank);
            List<String> inherited = this.changed.computeIfAbsent(role, any -> new ArrayList<>());
            if (blank + 1 < pair.length()) {
                inherited.add(pair.substring(blank + 1));
            }
        }
    }

    /** @param demanding names of roles that demand it */
    boolean of(Collection<String> roles, Set<String> demanding) {
        if (demanding.isEmpty()) {
            return false;
        }
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(roles);
        open.add(EVERYBODY);
        while (!open.isEmpty()) {
            String role = open.pop();
            if (all.add(role)) {
                inherited(role).stream().map(name -> qualified(name, role)).forEach(open::add);
            }
        }
        return all.stream().anyMatch(demanding::contains);
    }

    /** What an administrator made of a role stands in the place of what its pack says. */
    private List<String> inherited(String role) {
        if (changed.containsKey(role)) {
            return changed.get(role);
        }
        return model.definitions(Kind.ROLE).get(role) instanceof RoleDefinition definition
                ? definition.inherits()
                : List.of();
    }

    /** A name without a pack is one of the pack whose role names it. */
    private static String qualified(String name, String by) {
        return name.indexOf('.') < 0 && by.indexOf('.') > 0 ? by.substring(0, by.indexOf('.') + 1) + name : name;
    }
}
