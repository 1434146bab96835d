package io.armature.engine.workflow;

import io.armature.metadata.model.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A state in which records can be.
 *
 * @param title in English
 * @param frozen the fields nobody may change in it
 * @param all whether that is every field, but for {@code open}
 * @param open fields that stay open though all are frozen
 * @param required the fields that must have a value in it
 * @param document what a document is in it, where the workflow decides that
 * @param branches full names of workflows that run beside each other while a record is in it
 * @param join the transitions of which the first that is possible is taken when all branches have ended
 */
public record State(
        String name,
        String title,
        Optional<String> color,
        boolean isFinal,
        boolean all,
        Set<String> frozen,
        Set<String> open,
        List<String> required,
        Optional<String> document,
        List<String> branches,
        List<String> join) {

    public State {
        frozen = Set.copyOf(frozen);
        open = Set.copyOf(open);
        required = List.copyOf(required);
        branches = List.copyOf(branches);
        join = List.copyOf(join);
    }

    /** Whether nobody may change the field of a record in this state. What the engine keeps itself is never frozen. */
    public boolean freezes(Field field) {
        boolean own = !field.system() && !field.computed();
        return own && (all ? !open.contains(field.name()) : frozen.contains(field.name()));
    }

    /** Whether anything is frozen in it. */
    public boolean freezesAnything() {
        return all || !frozen.isEmpty();
    }
}
