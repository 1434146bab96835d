package io.armature.engine.access;

import java.util.Map;
import java.util.Set;

/**
 * One thing that adds to somebody's rights on an entity, to be explained.
 *
 * @param role the role whose grant it is; {@code share} for what was shared
 * @param rights of which records, by verb
 */
public record GrantView(
        String role, Map<String, Rule> rights, Set<String> hidden, Set<String> masked, Set<String> readOnly) {
    static GrantView of(GrantRules grant) {
        return new GrantView(grant.role(), grant.rights(), grant.hidden(), grant.masked(), grant.readOnly());
    }
}
