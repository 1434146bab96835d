package io.armature.engine.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody was told.
 *
 * @param count how many things of the group it stands for
 * @param createdAt when the first of them happened
 * @param updatedAt when the last of them happened
 * @param readAt when it was read, if it was
 * @param snoozedUntil when it comes back, if it was put off
 */
public record Notification(
        UUID id,
        String kind,
        String title,
        String body,
        Priority priority,
        Optional<Notice.About> about,
        long count,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> readAt,
        Optional<Instant> snoozedUntil) {}
