package io.armature.engine.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way to a receiver.
 *
 * @param body JSON
 * @param attempt counted from one
 * @param first when it was tried first
 */
record Delivery(UUID id, UUID webhook, String event, String eventId, String body, int attempt, Instant first) {}
