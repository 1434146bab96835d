package io.armature.engine.event;

import java.util.UUID;

/**
 * Something that one person shall hear of at once, and nobody else.
 *
 * @param entity full name of what it is
 * @param version the version that the record has since then
 * @param receiver who hears of it
 */
public record Told(String entity, UUID record, long version, UUID receiver) {

    /** Begins the names of events that are told to one person alone, who stands there as the actor. */
    static final String PERSONAL = "sys.notification.";
}
