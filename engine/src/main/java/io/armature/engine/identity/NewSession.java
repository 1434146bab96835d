package io.armature.engine.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * A session that begins.
 *
 * @param method how its user showed who he is: {@code password}, {@code ldap:NAME}, {@code oauth:NAME},
 *     {@code impersonation}
 * @param impersonator who really acts
 */
record NewSession(UUID id, UUID user, String method, Optional<UUID> impersonator, Place place) {

    static NewSession of(UUID user, String method, Place place) {
        return new NewSession(UUID.randomUUID(), user, method, Optional.empty(), place);
    }
}
