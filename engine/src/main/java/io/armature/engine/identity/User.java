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
 * @param roles names of the roles he was given
 * @param groups names of the groups he counts as a member of: his own and all above them, and those he manages with all
 *     below them
 * @param teams ids of the groups, and of records such as sales teams, whose records are his: his own, and those he
 *     manages with all below them
 * @param company the company he works in, if he does in one
 * @param locale the language he asked to be spoken to in, if he did
 * @param zone where his days begin and end
 * @param standing how he is signed in
 */
public record User(
        UUID id,
        String username,
        String name,
        Set<String> roles,
        Set<String> groups,
        Set<UUID> teams,
        Optional<UUID> company,
        Optional<Locale> locale,
        ZoneId zone,
        Standing standing) {

    /** May do everything. */
    public static final String ADMINISTRATOR = "administrator";

    /** The engine itself: it installs packs, and works for whoever owns the machine. */
    public static final User SYSTEM =
            new User(new UUID(0, 0), "system", "Armature", Set.of(ADMINISTRATOR), Optional.empty(), ZoneOffset.UTC);

    /** The id of who is not signed in. */
    public static final UUID VISITOR = new UUID(0, 2);

    public User {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        teams = Set.copyOf(teams);
    }

    /** Whether nobody is signed in. */
    public boolean isVisitor() {
        return id.equals(VISITOR);
    }

    /** A user who is signed in to the full. */
    public User(
            UUID id,
            String username,
            String name,
            Set<String> roles,
            Set<String> groups,
            Set<UUID> teams,
            Optional<UUID> company,
            Optional<Locale> locale,
            ZoneId zone) {
        this(id, username, name, roles, groups, teams, company, locale, zone, Standing.FULL);
    }

    /** A user in no group, team or company. */
    public User(UUID id, String username, String name, Set<String> roles, Optional<Locale> locale, ZoneId zone) {
        this(id, username, name, roles, Set.of(), Set.of(), Optional.empty(), locale, zone);
    }

    public boolean isAdministrator() {
        return roles.contains(ADMINISTRATOR);
    }
}
