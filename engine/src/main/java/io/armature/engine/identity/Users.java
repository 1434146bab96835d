package io.armature.engine.identity;

import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The users of each tenant. Safe for many threads. */
public final class Users implements PasswordSources.Source {

    /** How sessions begin with a password that is kept here. */
    static final String METHOD = "password";

    private static final String ENTITY = "sys.user";
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final CallerCache callers;
    private final Audit audit;

    public Users(Database database, Passwords passwords, PasswordPolicy policy, CallerCache callers, Audit audit) {
        this.database = database;
        this.passwords = passwords;
        this.policy = policy;
        this.callers = callers;
        this.audit = audit;
    }

    /** A user of the list. */
    public record Listed(UUID id, String username, String name, Set<String> roles, boolean active) {}

    /**
     * A user to add.
     *
     * @param password empty for one who signs in by a provider, or sets it by a mail
     */
    public record NewUser(
            String username, String name, Optional<String> email, Optional<String> password, Set<String> roles) {

        /** What the trail is told of him. */
        FieldChanges changes() {
            return new FieldChanges()
                    .with("username", null, username)
                    .with("name", null, name)
                    .with("email", null, email.orElse(null))
                    .with("roles", List.of(), roles);
        }
    }

    /** All users but the engine itself, by user name. */
    public List<Listed> list(Tenant tenant) {
        return database.direct(sql -> sql.list(
                Sql.of(
                        "select id, username, name, roles, active from " + table(tenant)
                                + " where id <> ? order by lower(username)",
                        SqlValue.uuid(User.SYSTEM.id())),
                row -> new Listed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        Set.of((String[]) row.getArray(4).getArray()),
                        row.getBoolean(5))));
    }

    public boolean isEmpty(Tenant tenant) {
        return list(tenant).isEmpty();
    }

    /**
     * Adds a user.
     *
     * @throws ProblemException when the name is taken or the password not good enough
     */
    public UUID add(Tenant tenant, NewUser user, Optional<UUID> actor, Origin origin) {
        user.password().ifPresent(password -> policy.check(tenant, user.username(), password));
        return database.transaction(sql -> {
            UUID id = insert(sql, tenant, user);
            AuditEntry entry = AuditEntry.of("create", ENTITY, origin).about(id).changing(user.changes());
            audit.note(sql, tenant, actor.map(entry::by).orElse(entry));
            return id;
        });
    }

    /** Adds the first user of a tenant, with whatever password of some length its owner chose. */
    void addFirst(Tenant tenant, NewUser user) {
        if (user.password()
                .filter(chosen -> chosen.length() < PasswordPolicy.SHORTEST)
                .isPresent()) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.OUT_OF_RANGE, "password", PasswordPolicy.SHORTEST + "–" + PasswordPolicy.LONGEST));
        }
        database.transaction(sql -> insert(sql, tenant, user));
    }

    /** Adds a user in a transaction, as he is told. */
    UUID insert(Transaction sql, Tenant tenant, NewUser user) {
        requireUsername(user.username());
        try {
            return sql.nested(inner -> inner.one(
                    Sql.of(
                            "insert into " + table(tenant)
                                    + " (username, name, email, password, roles) values (?, ?, ?, ?, ?) returning id",
                            SqlValue.text(user.username()),
                            SqlValue.text(user.name()),
                            SqlValue.text(user.email().orElse(null)),
                            SqlValue.text(user.password().map(passwords::hash).orElse(null)),
                            SqlValue.texts(List.copyOf(user.roles()))),
                    row -> row.getObject(1, UUID.class)));
        } catch (DatabaseException refused) {
            if (refused.state().equals(UNIQUE_VIOLATION)) {
                throw new ProblemException(
                        Problem.inValue(ProblemCode.NOT_UNIQUE, "username", "user", user.username()));
            }
            throw refused;
        }
    }

    /**
     * Gives a user another password and ends his sessions, but for one.
     *
     * @throws ProblemException when the password is not good enough
     */
    public void changePassword(Tenant tenant, User user, String password, Optional<UUID> keep, Origin origin) {
        policy.check(tenant, user.username(), password);
        database.transaction(sql -> {
            change(sql, tenant, user.id(), password, keep);
            audit.note(
                    sql,
                    tenant,
                    AuditEntry.of("password", ENTITY, origin).about(user.id()).by(user.id()));
            return user;
        });
    }

    /**
     * Gives somebody another password and ends all his sessions.
     *
     * @throws ProblemException when there is no such user, or the password is not good enough
     */
    public void changePassword(Tenant tenant, String username, String password, UUID actor, Origin origin) {
        policy.check(tenant, username, password);
        UUID user = require(tenant, username);
        database.transaction(sql -> {
            change(sql, tenant, user, password, Optional.empty());
            audit.note(
                    sql,
                    tenant,
                    AuditEntry.of("password", ENTITY, origin).about(user).by(actor));
            return user;
        });
    }

    /** Keeps another password of a user, and ends his sessions and the links that were mailed to him. */
    void change(Transaction sql, Tenant tenant, UUID user, String password, Optional<UUID> keep) {
        sql.update(Sql.of(
                "update " + table(tenant) + " set password = ?, version = version + 1, updated_at = now()"
                        + " where id = ?",
                SqlValue.text(passwords.hash(password)),
                SqlValue.uuid(user)));
        SessionStore.endAll(sql, tenant, user, keep);
        LinkStore.forget(sql, tenant, user);
        callers.forget(sql, tenant);
    }

    @Override
    public Optional<PasswordSources.Known> find(Tenant tenant, String username, String password) {
        return authenticate(tenant, username, password).map(user -> new PasswordSources.Known(user, METHOD));
    }

    /** The id of the active user whose password this is. Takes as long whether there is one or not. */
    private Optional<UUID> authenticate(Tenant tenant, String username, String password) {
        if (password.length() > PasswordPolicy.LONGEST) {
            return Optional.empty();
        }
        Optional<Credentials> stored = database.direct(sql -> sql.first(
                Sql.of(
                        "select id, coalesce(password, '') from " + table(tenant)
                                + " where lower(username) = lower(?) and active",
                        SqlValue.text(username.replace("\0", ""))),
                row -> new Credentials(row.getObject(1, UUID.class), row.getString(2))));
        Optional<String> hash = stored.map(Credentials::hash).filter(text -> !text.isEmpty());
        return passwords.matches(password, hash) ? stored.map(Credentials::id) : Optional.empty();
    }

    private record Credentials(UUID id, String hash) {}

    /**
     * The id of an active user.
     *
     * @throws ProblemException when there is none of this name
     */
    public UUID require(Tenant tenant, String username) {
        return database.direct(sql -> sql.first(
                        Sql.of(
                                "select id from " + table(tenant) + " where lower(username) = lower(?) and active",
                                SqlValue.text(username)),
                        row -> row.getObject(1, UUID.class)))
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.LINK_NOT_FOUND, "username", "user", "username " + username)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$user");
    }

    private static void requireUsername(String username) {
        if (username.isBlank() || username.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "username", "username"));
        }
        if (username.length() > AccountName.LONGEST || !AccountName.isPlain(username)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_VALUE, "username", "username", AccountName.EXAMPLE));
        }
    }
}
