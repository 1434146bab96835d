package io.armature.engine.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A session as its user sees it.
 *
 * @param current whether it is the one that asks
 * @param lastSeenAt when it was last refreshed
 * @param userAgent what the program called itself
 * @param address from where it was begun
 * @param method password, oauth or ldap, with the provider's name
 * @param impersonated whether an administrator began it in the user's name
 */
public record SessionView(
        UUID id,
        boolean current,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        Optional<String> userAgent,
        Optional<String> address,
        String method,
        boolean impersonated) {}
