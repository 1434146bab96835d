package io.armature.engine.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a request comes from.
 *
 * @param request names it in logs, audit and answers
 * @param address the caller's network address; empty when nobody called
 * @param realActor who really acts, when somebody acts in another's name
 */
public record Origin(String request, String address, Optional<UUID> realActor) {

    /** Of work that no caller asked for, or of a caller who cannot be seen. */
    public static Origin of(String request) {
        return new Origin(request, "", Optional.empty());
    }

    /** The same request, made by somebody in another's name. */
    public Origin actedBy(UUID real) {
        return new Origin(request, address, Optional.of(real));
    }
}
