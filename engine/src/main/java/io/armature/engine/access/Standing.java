package io.armature.engine.access;

import io.armature.metadata.definition.RoleDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What counts for one user beside his roles and what packs say of them.
 *
 * @param changes names the set of changed roles; empty when there is none
 * @param roles those that administrators changed or made, by full name
 */
record Standing(String changes, Map<String, RoleDefinition> roles, List<Shared> shares, List<Lent> lent) {

    static final Standing NOTHING = new Standing("", Map.of(), List.of(), List.of());

    Standing {
        roles = Map.copyOf(roles);
        shares = List.copyOf(shares);
        lent = List.copyOf(lent);
    }

    /** A record that somebody shared with him or one of his teams. */
    record Shared(String entity, UUID record, Share share, Optional<Instant> until) {
        boolean isNow(Instant now) {
            return until.isEmpty() || until.get().isAfter(now);
        }
    }

    /** The rights of somebody else, for a time. */
    record Lent(
            UUID delegator,
            Set<String> roles,
            Set<UUID> teams,
            Set<String> groups,
            Optional<UUID> company,
            Instant since,
            Instant until) {
        boolean isNow(Instant now) {
            return !since.isAfter(now) && until.isAfter(now);
        }
    }
}
