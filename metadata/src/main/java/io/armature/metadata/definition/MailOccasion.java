package io.armature.metadata.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a mail goes by itself: {@code send:} of a mail.
 *
 * @param after what must have happened to the record
 * @param transitions steps of a workflow, or of a document, after which it goes too
 * @param changed fields of which one must have changed; empty for any
 * @param when what must hold of the record as it is then
 * @param to addresses, fields of the record that hold one or link to a user, or people as messages name them
 * @param as in which ways people are told
 */
public record MailOccasion(
        Set<Moment> after,
        List<String> transitions,
        List<String> changed,
        Optional<String> when,
        List<String> to,
        Set<Way> as) {

    /** What happens to a record. */
    public enum Moment {
        CREATED,
        /** It was changed, also by a step of its workflow. */
        UPDATED
    }

    /** How people are told. */
    public enum Way {
        MAIL,
        /** Among their notifications, where they may read the record. */
        MESSAGE
    }

    public MailOccasion {
        after = Set.copyOf(after);
        transitions = List.copyOf(transitions);
        changed = List.copyOf(changed);
        to = List.copyOf(to);
        as = as.isEmpty() ? Set.of(Way.MAIL) : Set.copyOf(as);
    }
}
