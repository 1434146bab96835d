package io.armature.engine.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a record.
 *
 * @param name such as {@code crm.customer.created}
 * @param entity full name
 * @param version the version that the record has since then
 * @param actor who did it
 * @param changes JSON, {@code {"field": [old, new]}}
 * @param request names the request in logs and answers
 */
public record Event(
        UUID id,
        Instant at,
        String name,
        String entity,
        UUID record,
        long version,
        UUID actor,
        String changes,
        String request) {}
