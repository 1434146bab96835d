package io.armature.engine.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened to a record lately.
 *
 * @param position grows from event to event of a tenant
 * @param fields names of those that changed
 */
public record LoggedEvent(
        long position, UUID id, Instant at, String name, Event.Subject subject, UUID actor, List<String> fields) {
    public LoggedEvent {
        fields = List.copyOf(fields);
    }

    /** Whether it is told to its actor alone, whatever others may read. */
    public boolean isPersonal() {
        return name.startsWith(Told.PERSONAL);
    }
}
