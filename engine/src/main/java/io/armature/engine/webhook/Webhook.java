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
 */
record Webhook(
        UUID id,
        String url,
        EventNames events,
        Optional<String> filter,
        List<String> secrets,
        boolean active,
        boolean allowPrivate,
        UUID owner) {

    boolean wants(String event) {
        return active && (events.patterns().isEmpty() || events.match(event));
    }
}
