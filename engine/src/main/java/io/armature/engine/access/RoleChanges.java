package io.armature.engine.access;

import io.armature.metadata.definition.RoleDefinition;
import java.util.List;
import java.util.Map;

/**
 * The roles of a tenant that administrators changed or made.
 *
 * @param digest names the set; empty for none
 * @param roles by full name
 * @param lent whether anybody shares records or lends his rights
 */
record RoleChanges(String digest, Map<String, RoleDefinition> roles, boolean lent) {
    RoleChanges {
        roles = Map.copyOf(roles);
    }

    /** Whether users need be asked for one by one. */
    boolean anything() {
        return lent;
    }

    /** What counts for a user with whom nobody shares anything. */
    Standing alone() {
        return new Standing(digest, roles, List.of(), List.of());
    }
}
