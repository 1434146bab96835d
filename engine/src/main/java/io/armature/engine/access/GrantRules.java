package io.armature.engine.access;

import java.util.Map;
import java.util.Set;

/**
 * What one role says of one entity, compiled.
 *
 * @param role its full name
 * @param rights of which records, by verb; what is missing is not allowed
 * @param inside of lines: the same without what their parents' rules demand
 * @param hidden fields it does not show
 * @param readOnly fields it does not let change
 * @param masked fields of which it shows a part
 */
record GrantRules(
        String role,
        Map<String, Rule> rights,
        Map<String, Rule> inside,
        Set<String> transitions,
        Set<String> hidden,
        Set<String> readOnly,
        Set<String> masked) {
    GrantRules {
        rights = Map.copyOf(rights);
        inside = Map.copyOf(inside);
        transitions = Set.copyOf(transitions);
        hidden = Set.copyOf(hidden);
        readOnly = Set.copyOf(readOnly);
        masked = Set.copyOf(masked);
    }

    Rule right(String verb) {
        return rights.getOrDefault(verb, Rule.NONE);
    }

    Rule inside(String verb) {
        return inside.getOrDefault(verb, Rule.NONE);
    }

    boolean shows(String field) {
        return !hidden.contains(field) && !masked.contains(field);
    }

    boolean lets(String field) {
        return shows(field) && !readOnly.contains(field);
    }
}
