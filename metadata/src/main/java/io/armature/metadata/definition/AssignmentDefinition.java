package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * To whom records go that nobody has: {@code assignments/<name>.yaml}.
 *
 * @param field the field that names who has a record; a rule is asked while it is empty
 * @param when the expression that must hold
 * @param by how one is chosen
 * @param role whose holders can be chosen
 * @param group whose members can be chosen
 * @param user an expression that says who, where {@code by} is {@code expression}
 * @param open values of fields by which a record counts as work, where {@code by} is {@code leastLoaded}
 */
public record AssignmentDefinition(
        String name,
        Origin origin,
        Optional<String> title,
        String entity,
        String field,
        Optional<String> when,
        Choice by,
        Optional<String> role,
        Optional<String> group,
        Optional<String> user,
        SequencedMap<String, List<String>> open,
        MapNode source)
        implements Definition {

    /** How one of several is chosen. */
    public enum Choice {
        /** One after the other. */
        ROUND_ROBIN("roundRobin"),
        /** Whoever has the fewest open records. */
        LEAST_LOADED("leastLoaded"),
        /** By what the record says. */
        EXPRESSION("expression");

        private final String word;

        Choice(String word) {
            this.word = word;
        }

        /** The choice that is called so; one after the other where nothing is said. */
        public static Choice named(String word) {
            for (Choice choice : values()) {
                if (choice.word.equals(word)) {
                    return choice;
                }
            }
            return ROUND_ROBIN;
        }
    }

    public AssignmentDefinition {
        open = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(open));
    }

    @Override
    public Kind kind() {
        return Kind.ASSIGNMENT;
    }
}
