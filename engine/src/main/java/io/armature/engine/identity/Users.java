package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The users of each tenant. */
public final class Users {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final Passwords passwords;
    private final CallerCache callers;

    public Users(Database database, Passwords passwords, CallerCache callers) {
        this.database = database;
        this.passwords = passwords;
        this.callers = callers;
    }

    /** A user of the list. */
    public record Listed(UUID id, String username, String name, Set<String> roles, boolean active) {}

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
     * @throws ProblemException when the name is taken or the password too short
     */
    public UUID add(Tenant tenant, String username, String name, String password, Set<String> roles) {
        requirePassword(password);
        requireUsername(username);
        String hash = passwords.hash(password);
        try {
            return database.transaction(sql -> sql.one(
                    Sql.of(
                            "insert into " + table(tenant)
                                    + " (username, name, password, roles) values (?, ?, ?, ?) returning id",
                            SqlValue.text(username),
                            SqlValue.text(name),
                            SqlValue.text(hash),
                            SqlValue.texts(List.copyOf(roles))),
                    row -> row.getObject(1, UUID.class)));
        } catch (DatabaseException refused) {
            if (refused.state().equals(UNIQUE_VIOLATION)) {
                throw new ProblemException(Problem.inValue(ProblemCode.NOT_UNIQUE, "username", "user", username));
            }
            throw refused;
        }
    }

    /**
     * Gives a user another password and ends his sessions.
     *
     * @throws ProblemException when there is no such user, or the password is too short
     */
    public void changePassword(Tenant tenant, String username, String password) {
        requirePassword(password);
        String hash = passwords.hash(password);
        database.transaction(sql -> {
            UUID user = sql.first(
                            Sql.of(
                                    "update " + table(tenant) + " set password = ?, version = version + 1,"
                                            + " updated_at = now() where lower(username) = lower(?) returning id",
                                    SqlValue.text(hash),
                                    SqlValue.text(username)),
                            row -> row.getObject(1, UUID.class))
                    .orElseThrow(() -> new ProblemException(
                            Problem.inValue(ProblemCode.LINK_NOT_FOUND, "username", "user", "username " + username)));
            sql.update(Sql.of(
                    "delete from " + Identifiers.quote(tenant.schema(), "sys$session") + " where \"user\" = ?",
                    SqlValue.uuid(user)));
            callers.forget(sql, tenant);
            return user;
        });
    }

    /** The id of the active user whose password this is. */
    Optional<UUID> authenticate(Tenant tenant, String username, String password) {
        if (password.length() > LONGEST_PASSWORD) {
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

    /** The id of an active user. */
    Optional<UUID> find(Tenant tenant, String username) {
        return database.direct(sql -> sql.first(
                Sql.of(
                        "select id from " + table(tenant) + " where lower(username) = lower(?) and active",
                        SqlValue.text(username)),
                row -> row.getObject(1, UUID.class)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$user");
    }

    private static void requirePassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.OUT_OF_RANGE, "password", SHORTEST_PASSWORD + "–" + LONGEST_PASSWORD));
        }
    }

    private static void requireUsername(String username) {
        if (username.isBlank() || username.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "username", "username"));
        }
    }
}
