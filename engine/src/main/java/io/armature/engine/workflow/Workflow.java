package io.armature.engine.workflow;

import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The states of an entity's records and the ways between them.
 *
 * @param name in full, such as {@code crm.opportunity}
 * @param pack whose files say its texts
 * @param entity whose records; those that share the record with it have the same states
 * @param field the choice that holds the state
 * @param version counts the changes that records under way do not simply follow, from 1
 * @param initial where new records begin
 */
public record Workflow(
        String name,
        String pack,
        Entity entity,
        Field field,
        SequencedMap<String, State> states,
        SequencedMap<String, Transition> transitions,
        List<Timer> timers,
        int version,
        State initial) {

    public Workflow {
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
        transitions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(transitions));
        timers = List.copyOf(timers);
    }

    /** What begins to run when a record comes into a state. */
    public List<Timer> timers(State state) {
        return timers.stream()
                .filter(timer -> timer.state().equals(state.name()))
                .toList();
    }

    public Optional<Timer> timer(String timer) {
        return timers.stream().filter(known -> known.name().equals(timer)).findFirst();
    }

    /**
     * The state that a stored value names. A record that is older than the workflow, or stands where no state is any more,
     * is where new ones begin.
     */
    public State state(@Nullable Object stored) {
        return stored instanceof String name ? states.getOrDefault(name, initial) : initial;
    }

    public Optional<Transition> transition(String transition) {
        return Optional.ofNullable(transitions.get(transition));
    }

    /** The ways out of a state. */
    public List<Transition> from(State state) {
        return transitions.values().stream()
                .filter(transition -> transition.leaves(state))
                .toList();
    }

    /** The state to which a transition leads. */
    public State target(Transition transition) {
        return states.getOrDefault(transition.to(), initial);
    }

    /** Who is told: {@code owner}, {@code role:pack.role}, or a field that links to a user. */
    public String recipient(String written) {
        return WorkflowCompiler.notified(written, pack);
    }

    /** The name of the field that holds the state. */
    public String holder() {
        return field.name();
    }
}
