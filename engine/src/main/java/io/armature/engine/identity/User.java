package io.armature.engine.identity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A signed-in user as the request sees him.
 *
 * @param username what he signs in with
 * @param name what others call him
 * @param roles their names
 * @param locale the language he asked to be spoken to in, if he did
 * @param zone where his days begin and end
 */
public record User(UUID id, String username, String name, Set<String> roles, Optional<Locale> locale, ZoneId zone) {

    /** May do everything. */
    public static final String ADMINISTRATOR = "administrator";

    /** The engine itself: it installs packs, and works for whoever owns the machine. */
    public static final User SYSTEM =
            new User(new UUID(0, 0), "system", "Armature", Set.of(ADMINISTRATOR), Optional.empty(), ZoneOffset.UTC);

    public User {
        roles = Set.copyOf(roles);
    }

    public boolean isAdministrator() {
        return roles.contains(ADMINISTRATOR);
    }
}
