package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who a credential belongs to. Safe for many threads. */
public final class Callers {

    /** What begins a token made for a program. */
    static final String TOKEN_PREFIX = "arm_";

    private static final Set<String> IDENTITY =
            Set.of("sys.user", "sys.group", "sys.role", "sys.session", "sys.token", "core.company");

    private final Database database;
    private final AccessTokens accessTokens;
    private final CallerCache cache;
    private final LocalToken local;
    private final Function<Tenant, Model> models;

    /** @param models the live model of each tenant, which says what teams are */
    public Callers(
            Database database,
            AccessTokens accessTokens,
            CallerCache cache,
            LocalToken local,
            Function<Tenant, Model> models) {
        this.database = database;
        this.accessTokens = accessTokens;
        this.cache = cache;
        this.local = local;
        this.models = models;
    }

    /** What a bearer token is; nothing when it is not good. Needs no database. */
    public Optional<Credential> bearer(Tenant tenant, String token) {
        if (token.startsWith(LocalToken.PREFIX)) {
            return local.is(token) ? Optional.of(new Credential.Owner()) : Optional.empty();
        }
        return token.startsWith(TOKEN_PREFIX)
                ? Optional.of(new Credential.ApiToken(token))
                : accessTokens.session(tenant.name(), token).map(Credential.OfSession::new);
    }

    /** The user of a credential if he is remembered: never waits. */
    public Optional<User> remembered(Tenant tenant, Credential credential) {
        return credential instanceof Credential.Owner ? Optional.of(User.SYSTEM) : cache.get(tenant, credential);
    }

    /** The user of a credential, asking the database; nothing when it is not good. */
    public Optional<User> find(Tenant tenant, Credential credential) {
        long generation = cache.generation(tenant);
        CallerStore store = store(tenant);
        Optional<User> user = database.direct(sql -> switch (credential) {
            case Credential.OfSession token -> store.bySession(sql, token.session());
            case Credential.Cookie cookie -> store.byCookie(sql, cookie.secret());
            case Credential.ApiToken token -> store.byToken(sql, token.secret());
            case Credential.Owner owner -> Optional.of(User.SYSTEM);
        });
        user.ifPresent(found -> cache.put(tenant, credential, found, generation));
        return user;
    }

    /** The active user with this user name or id, signed in or not. */
    public Optional<User> named(Tenant tenant, String name) {
        return database.direct(sql -> store(tenant).named(sql, name));
    }

    /** All active users of a tenant. */
    public List<User> all(Tenant tenant) {
        return database.direct(sql -> store(tenant).all(sql));
    }

    CallerStore store(Tenant tenant) {
        return new CallerStore(tenant, models.apply(tenant));
    }

    CallerCache cache() {
        return cache;
    }

    /** Whether a change of an entity's records can change who callers are: what they are called, may do or belong to. */
    public static boolean concernedBy(Entity entity) {
        return IDENTITY.contains(entity.root()) || TeamSource.isTeam(entity);
    }
}
