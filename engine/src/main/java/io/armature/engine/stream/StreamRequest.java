package io.armature.engine.stream;

import io.armature.engine.event.EventNames;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a listener wants to hear.
 *
 * @param names of events, each part of which can be {@code *}; none for all
 * @param after the last event that he has heard, to go on behind it
 */
public record StreamRequest(List<String> names, Optional<Long> after) {

    private static final int MOST_NAMES = 100;

    public StreamRequest {
        names = List.copyOf(names);
    }

    /**
     * @param names separated by commas, such as {@code crm.customer.*,crm.lead.created}; empty for all
     * @param after as it was told with the last event; empty to begin now
     * @throws ProblemException when they are none
     */
    public static StreamRequest of(String names, String after) {
        List<String> parts = Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > MOST_NAMES) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.PARAMETER_ITEMS, "events", "events", Integer.toString(MOST_NAMES)));
        }
        for (String part : parts) {
            if (!EventNames.isPattern(part)) {
                throw new ProblemException(Problem.inValue(ProblemCode.EVENT_NAME, "events", part));
            }
        }
        return new StreamRequest(parts, position(after.strip()));
    }

    /** A place that is none of ours is one that cannot be gone on from. */
    private static Optional<Long> position(String after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(after.matches("\\d{1,18}") ? Long.parseLong(after) : -1L);
    }

    /** Whether an event is one of those wanted. */
    boolean wants(String event) {
        return names.isEmpty() || new EventNames(names).match(event);
    }
}
