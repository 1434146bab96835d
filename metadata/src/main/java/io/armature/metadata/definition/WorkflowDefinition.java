package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The states of an entity's records and the ways between them: {@code workflows/<name>.yaml}.
 *
 * @param field the choice that holds the state
 */
public record WorkflowDefinition(
        String name,
        Origin origin,
        String entity,
        String field,
        SequencedMap<String, State> states,
        SequencedMap<String, Transition> transitions,
        List<Timer> timers,
        MapNode source)
        implements Definition {

    /**
     * A state.
     *
     * @param readOnly the fields nobody may change in it; {@code all} for every field
     */
    public record State(
            String name,
            Optional<String> title,
            Optional<String> color,
            boolean initial,
            boolean isFinal,
            List<String> readOnly,
            Origin origin) {
        public State {
            readOnly = List.copyOf(readOnly);
        }
    }

    /**
     * A way from some states to another.
     *
     * @param from names of states; {@code *} for every one
     * @param when the expression that must hold
     * @param message what to say when it does not hold
     * @param set expressions, by the field that receives the value
     * @param approvals how many different people must agree
     * @param comment whether a comment must be given
     * @param hook the pack's hook that runs with it
     * @param notified {@code owner}, {@code role:x}, or a field that links to a user
     */
    public record Transition(
            String name,
            Optional<String> title,
            List<String> from,
            String to,
            List<String> roles,
            Optional<String> when,
            Optional<String> message,
            SequencedMap<String, Node> set,
            int approvals,
            boolean comment,
            Optional<String> hook,
            List<String> notified,
            Origin origin) {
        public Transition {
            from = List.copyOf(from);
            roles = List.copyOf(roles);
            set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
            notified = List.copyOf(notified);
        }
    }

    /**
     * What happens when a record stays in a state.
     *
     * @param after how long
     */
    public record Timer(
            String in,
            Duration after,
            Optional<String> when,
            List<String> notified,
            Optional<String> transition,
            Origin origin) {
        public Timer {
            notified = List.copyOf(notified);
        }
    }

    public WorkflowDefinition {
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
        transitions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(transitions));
        timers = List.copyOf(timers);
    }

    @Override
    public Kind kind() {
        return Kind.WORKFLOW;
    }
}
