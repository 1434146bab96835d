package io.armature.engine.webhook;

import io.armature.engine.event.EventNames;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A receiver of events.
 *
 * @param events which; all when there are no patterns
 * @param filter a condition on the record
 * @param secrets that sign, the newest first; none when nothing is signed
 * @param owner whose rights decide what is told
 * @param since the number in the outbox from which on it hears events
 */
record Webhook(
        UUID id,
        String url,
        EventNames events,
        Optional<String> filter,
        List<String> secrets,
        boolean active,
        boolean allowPrivate,
        UUID owner,
        long since) {

    boolean wants(String event, long number) {
        return active && number > since && (events.patterns().isEmpty() || events.match(event));
    }
}
