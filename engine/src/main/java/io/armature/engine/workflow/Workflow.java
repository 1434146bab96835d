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
 * @param initial where new records begin
 */
public record Workflow(
        String name,
        String pack,
        Entity entity,
        Field field,
        SequencedMap<String, State> states,
        SequencedMap<String, Transition> transitions,
        State initial) {

    public Workflow {
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
        transitions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(transitions));
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

    /** The name of the field that holds the state. */
    public String holder() {
        return field.name();
    }
}
