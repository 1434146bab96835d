package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What its holders may do: {@code roles/<name>.yaml}. Nothing is allowed unless granted.
 *
 * @param inherits full names of roles whose grants it has too
 * @param grants by entity
 * @param actions custom endpoints that its holders may call, as {@code pack.name}; {@code *} stands for all of a pack
 * @param menus menu entries that its holders see besides those that lead to what they may see
 * @param pages pages that its holders may open
 */
public record RoleDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        List<String> inherits,
        SequencedMap<String, Grant> grants,
        List<String> actions,
        List<String> menus,
        List<String> pages,
        MapNode source)
        implements Definition {

    /**
     * What a role may do with an entity's records.
     *
     * @param rights by verb ({@code read create update delete assign export import share print report}); true, or the
     *     expression that must hold
     * @param transitions the workflow's transitions it may use
     * @param hidden fields it may not see
     * @param readOnly fields it may not change
     * @param mask fields of which it sees a part
     */
    public record Grant(
            SequencedMap<String, Node> rights,
            List<String> transitions,
            List<String> hidden,
            List<String> readOnly,
            List<String> mask,
            Origin origin) {
        public Grant {
            rights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rights));
            transitions = List.copyOf(transitions);
            hidden = List.copyOf(hidden);
            readOnly = List.copyOf(readOnly);
            mask = List.copyOf(mask);
        }
    }

    public RoleDefinition {
        inherits = List.copyOf(inherits);
        grants = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(grants));
        actions = List.copyOf(actions);
        menus = List.copyOf(menus);
        pages = List.copyOf(pages);
    }

    @Override
    public Kind kind() {
        return Kind.ROLE;
    }
}
