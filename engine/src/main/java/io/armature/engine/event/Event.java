package io.armature.engine.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param id the same whenever and to whomever it is told, so that receivers can know it again
 * @param name such as {@code crm.customer.created}
 * @param subject the record to which it happened; empty for an event of no record
 * @param actor who did it
 * @param changes JSON, {@code {"field": [old, new]}}
 * @param details JSON, what else is to be told: an object whose members the name decides
 * @param request names the request in logs and answers
 */
public record Event(
        UUID id,
        Instant at,
        String name,
        Optional<Subject> subject,
        UUID actor,
        String changes,
        String details,
        String request) {

    /** The text of an empty JSON object: no changes, no details. */
    public static final String NOTHING = "{}";

    /**
     * A record.
     *
     * @param entity full name
     * @param version the version that the record has since then
     */
    public record Subject(String entity, UUID record, long version) {}

    /** An event without changes of a record's values. */
    public static Event of(
            UUID id, Instant at, String name, Optional<Subject> subject, UUID actor, String details, String request) {
        return new Event(id, at, name, subject, actor, NOTHING, details, request);
    }

    /** Whether it is for the engine alone: such events leave by no stream and no webhook. */
    public boolean isInternal() {
        return name.startsWith("sys.") && name.endsWith(".requested");
    }

    /** The last part of the name: {@code created}. */
    public String verb() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
