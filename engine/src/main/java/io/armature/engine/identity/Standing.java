package io.armature.engine.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * How somebody is signed in.
 *
 * @param scopes how far the credential reaches
 * @param impersonator who really acts, when somebody acts in the user's name
 * @param mustEnrol whether a role demands a second factor that the user has not set up; till then he can do nothing else
 */
public record Standing(Scopes scopes, Optional<UUID> impersonator, boolean mustEnrol) {

    /** By himself, without limits. */
    public static final Standing FULL = new Standing(Scopes.ALL, Optional.empty(), false);
}
