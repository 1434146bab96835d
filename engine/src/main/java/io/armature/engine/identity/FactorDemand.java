package io.armature.engine.identity;

import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.model.Model;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Whether roles demand a second factor: those given to the user, and those they inherit. */
final class FactorDemand {

    private FactorDemand() {}

    /** @param demanding names of roles that demand it */
    static boolean of(Collection<String> roles, Set<String> demanding, Model model) {
        if (demanding.isEmpty()) {
            return false;
        }
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(roles);
        while (!open.isEmpty()) {
            String role = open.pop();
            if (all.add(role) && model.definitions(Kind.ROLE).get(role) instanceof RoleDefinition definition) {
                open.addAll(definition.inherits());
            }
        }
        return all.stream().anyMatch(demanding::contains);
    }
}
