package io.armature.engine.access;

import io.armature.metadata.model.Entity;
import java.util.Set;

/**
 * What goes on giving access when whoever made it has none any more: accounts, keys, connections to sign in by, receivers of
 * events. Rights that were lent, and a token of some scopes, do not make it, nor change it: it would outlast them.
 */
public final class Lasting {
    private static final String USER = "sys.user";

    /** What gives rights is for administrators, whatever a role grants. */
    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            "sys.role",
            "sys.group",
            "sys.session",
            "sys.token",
            "sys.oauth_provider",
            "sys.directory",
            "sys.sign_in_policy",
            "sys.retention");

    /** Of users: whoever may change their telephone numbers shall not make himself an administrator. */
    private static final Set<String> FIELDS =
            Set.of("username", "email", "password", "roles", "groups", "company", "companies", "active");

    /** What roles may grant, to those who have them by themselves. */
    private static final Set<String> IN_PERSON = Set.of("sys.webhook");

    private static final Set<String> WRITING = Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE, Verb.ASSIGN, Verb.IMPORT);

    /** What says where it goes; who may take one away learns nothing by that. */
    private static final Set<String> AIMING = Set.of(Verb.UPDATE, Verb.ASSIGN);

    private Lasting() {}

    /** Whether writing an entity's records, or some of their fields, gives access. */
    public static boolean is(Entity entity) {
        return is(entity.root());
    }

    /** The same of the entity at the root of others, by its full name. */
    public static boolean is(String root) {
        return root.equals(USER) || FOR_ADMINISTRATORS.contains(root) || IN_PERSON.contains(root);
    }

    /** Whether to set a field gives access, where others of the same record may be set. */
    public static boolean is(Entity entity, String field) {
        return entity.root().equals(USER) && FIELDS.contains(field);
    }

    /** Whether a field lets the engine call what only those inside its network reach. */
    static boolean leadsInside(Entity entity, String field) {
        return IN_PERSON.contains(entity.root()) && field.equals("allow_private");
    }

    /** Whether to do something with an entity's records gives access. */
    public static boolean is(String verb, Entity entity) {
        return isForAdministrators(verb, entity) || WRITING.contains(verb) && IN_PERSON.contains(entity.root());
    }

    /**
     * Whether a record does its work with its owner's rights, so that whoever changed it, or made it in another's name, would
     * have these: a receiver of events is told what its owner may read.
     */
    static boolean speaksForOwner(String verb, Entity entity) {
        return IN_PERSON.contains(entity.root()) && AIMING.contains(verb);
    }

    static boolean isForAdministrators(String verb, Entity entity) {
        String root = entity.root();
        boolean user = root.equals(USER) && !verb.equals(Verb.UPDATE);
        return WRITING.contains(verb) && (user || FOR_ADMINISTRATORS.contains(root));
    }

    /** Whether only rights count that somebody has by himself. */
    static boolean isInPerson(String verb, Entity entity) {
        return verb.equals(Verb.SHARE) || is(verb, entity);
    }
}
