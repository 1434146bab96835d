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
 * @param version raised when records under way shall not simply follow what was changed
 * @param migrate where records of former versions go, by the state in which they are; empty where they stay on the version
 *     they began with
 */
public record WorkflowDefinition(
        String name,
        Origin origin,
        String entity,
        String field,
        SequencedMap<String, State> states,
        SequencedMap<String, Transition> transitions,
        List<Timer> timers,
        int version,
        Optional<SequencedMap<String, String>> migrate,
        MapNode source)
        implements Definition {

    /**
     * A state.
     *
     * @param readOnly the fields nobody may change in it; {@code all} for every field
     * @param required the fields that must have a value in it
     * @param document what a document is in it: {@code draft}, {@code submitted} or {@code cancelled}
     * @param branches workflows of the same records that run beside each other as long as a record is in it
     * @param join the transitions of which the first that is possible is taken when all branches have ended
     */
    public record State(
            String name,
            Optional<String> title,
            Optional<String> color,
            boolean initial,
            boolean isFinal,
            List<String> readOnly,
            List<String> required,
            Optional<String> document,
            List<String> branches,
            List<String> join,
            Origin origin) {
        public State {
            branches = List.copyOf(branches);
            join = List.copyOf(join);
            readOnly = List.copyOf(readOnly);
            required = List.copyOf(required);
        }
    }

    /**
     * A way from some states to another.
     *
     * @param from names of states; {@code *} for every one
     * @param when the expression that must hold
     * @param message what to say when it does not hold
     * @param set expressions, by the field that receives the value
     * @param approvals who must agree; empty where taking it is enough
     * @param comment whether a comment must be given
     * @param hook the pack's hook that runs with it
     * @param notified {@code owner}, {@code role:x}, or a field that links to a user
     * @param settings all that is written, as it is written
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
            Optional<Approvals> approvals,
            boolean comment,
            Optional<String> hook,
            List<String> notified,
            SequencedMap<String, Node> settings,
            Origin origin) {
        public Transition {
            settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
            from = List.copyOf(from);
            roles = List.copyOf(roles);
            set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
            notified = List.copyOf(notified);
        }
    }

    /**
     * Who must agree before a transition is taken.
     *
     * @param by who is asked: {@code role:x}, {@code owner}, or a field that links to a user; empty for whoever may take it
     * @param need {@code all}, {@code any}, a number, or a percentage such as {@code 60%}, of those who are asked
     * @param inOrder whether each of {@code by} is asked once those before have agreed
     * @param self whether who brought the record there may agree himself
     * @param rejected the transition that is taken when it cannot be agreed to any more
     * @param returned the transition that is taken when somebody sends it back
     */
    public record Approvals(
            List<String> by,
            String need,
            boolean inOrder,
            boolean self,
            Optional<String> rejected,
            Optional<String> returned) {
        public Approvals {
            by = List.copyOf(by);
        }
    }

    /**
     * What happens when a record stays in a state.
     *
     * @param after how long
     * @param every how long until it is looked at again, as long as the record stays; once when absent
     * @param message what those who are told read
     */
    public record Timer(
            Optional<String> name,
            String in,
            Duration after,
            Optional<Duration> every,
            Optional<String> when,
            List<String> notified,
            Optional<String> transition,
            Optional<String> message,
            Origin origin) {
        public Timer {
            notified = List.copyOf(notified);
        }
    }

    public WorkflowDefinition {
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
        transitions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(transitions));
        timers = List.copyOf(timers);
        migrate = migrate.map(moved -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(moved)));
    }

    @Override
    public Kind kind() {
        return Kind.WORKFLOW;
    }
}
