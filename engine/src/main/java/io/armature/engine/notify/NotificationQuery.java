package io.armature.engine.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which of one's notifications. */
public record NotificationQuery(State state, int limit, Optional<After> after) {

    public static final int MOST = 200;

    /** What has become of notifications. */
    public enum State {
        ALL,
        /** Neither read nor put off. */
        NEW,
        /** Put off, and not back yet. */
        SNOOZED
    }

    /** Behind this one, in the order of lists. */
    public record After(Instant at, UUID id) {}

    public NotificationQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A limit lies between 1 and " + MOST);
        }
    }
}
