package io.armature.engine.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.FieldChanges;
import io.armature.engine.audit.Origin;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The accounts of people whom another system knows: found again, linked, or made. Safe for many threads. */
public final class ProvidedUsers {

    private static final String ENTITY = "sys.user";

    private final Database database;
    private final Users users;
    private final CallerCache callers;
    private final Audit audit;

    public ProvidedUsers(Database database, Users users, CallerCache callers, Audit audit) {
        this.database = database;
        this.users = users;
        this.callers = callers;
        this.audit = audit;
    }

    /** The active user whom somebody is here; nothing when he has no account and gets none. */
    public Optional<UUID> resolve(
            Tenant tenant, ProvidedUser somebody, ProvidedUser.Admission admission, Origin origin) {
        return database.transaction(sql -> {
            Optional<UUID> user = known(sql, tenant, somebody)
                    .or(() -> linked(sql, tenant, somebody, admission, origin))
                    .or(() -> admission.signUp() ? made(sql, tenant, somebody, admission, origin) : Optional.empty());
            user.ifPresent(id -> refresh(sql, tenant, id, somebody, admission, origin));
            return user;
        });
    }

    private static Optional<UUID> known(SqlRunner sql, Tenant tenant, ProvidedUser somebody) {
        return sql.first(
                Sql.of(
                        "select u.id from " + identities(tenant) + " i join " + table(tenant)
                                + " u on u.id = i.\"user\" where i.provider = ? and i.subject = ? and u.active",
                        SqlValue.text(somebody.provider()),
                        SqlValue.text(somebody.subject())),
                row -> row.getObject(1, UUID.class));
    }

    /** The account whose address or name it is: only one, and not yet another's at this provider. */
    private Optional<UUID> linked(
            Transaction sql, Tenant tenant, ProvidedUser somebody, ProvidedUser.Admission admission, Origin origin) {
        Optional<UUID> byEmail = somebody.verifiedEmail()
                .filter(any -> admission.linkByEmail())
                .flatMap(email -> only(sql, tenant, somebody, "lower(email) = lower(?)", email));
        Optional<UUID> found = byEmail.or(() -> Optional.of(somebody.username())
                .filter(any -> admission.linkByName())
                .flatMap(name -> only(sql, tenant, somebody, "lower(username) = lower(?)", name)));
        found.ifPresent(user -> {
            keep(sql, tenant, somebody, user);
            audit.note(sql, tenant, entry("link", somebody, user, origin));
        });
        return found;
    }

    private static Optional<UUID> only(
            SqlRunner sql, Tenant tenant, ProvidedUser somebody, String condition, String value) {
        List<UUID> found = sql.list(
                Sql.of(
                        "select id from " + table(tenant) + " u where active and id <> ? and " + condition
                                + " and not exists (select from " + identities(tenant)
                                + " i where i.\"user\" = u.id and i.provider = ?)",
                        SqlValue.uuid(User.SYSTEM.id()),
                        SqlValue.text(value),
                        SqlValue.text(somebody.provider())),
                row -> row.getObject(1, UUID.class));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<UUID> made(
            Transaction sql, Tenant tenant, ProvidedUser somebody, ProvidedUser.Admission admission, Origin origin) {
        if (isOdd(somebody.username()) || taken(sql, tenant, somebody)) {
            return Optional.empty();
        }
        Users.NewUser fresh = new Users.NewUser(
                somebody.username(), somebody.name(), somebody.email(), Optional.empty(), admission.defaultRoles());
        UUID user = users.insert(sql, tenant, fresh);
        keep(sql, tenant, somebody, user);
        audit.note(sql, tenant, entry("create", somebody, user, origin).changing(fresh.changes()));
        return Optional.of(user);
    }

    private static boolean isOdd(String username) {
        return username.length() > AccountName.LONGEST || !AccountName.isPlain(username);
    }

    /** A name that somebody else has, or an account that was put to rest: nobody walks around that. */
    private static boolean taken(SqlRunner sql, Tenant tenant, ProvidedUser somebody) {
        return sql.one(
                Sql.of(
                        "select exists (select from " + table(tenant) + " where lower(username) = lower(?)) or exists"
                                + " (select from " + identities(tenant) + " where provider = ? and subject = ?)",
                        SqlValue.text(somebody.username()),
                        SqlValue.text(somebody.provider()),
                        SqlValue.text(somebody.subject())),
                row -> row.getBoolean(1));
    }

    private static void keep(SqlRunner sql, Tenant tenant, ProvidedUser somebody, UUID user) {
        sql.update(Sql.of(
                "insert into " + identities(tenant) + " (provider, subject, \"user\") values (?, ?, ?)",
                SqlValue.text(somebody.provider()),
                SqlValue.text(somebody.subject()),
                SqlValue.uuid(user)));
    }

    /** What the provider says of roles and groups holds from now on. */
    private void refresh(
            Transaction sql,
            Tenant tenant,
            UUID user,
            ProvidedUser somebody,
            ProvidedUser.Admission admission,
            Origin origin) {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        somebody.roles().ifPresent(given -> {
            Set<String> all = new HashSet<>(given);
            all.addAll(admission.defaultRoles());
            said.put("roles", all);
        });
        somebody.groups().ifPresent(names -> said.put("groups", names));
        FieldChanges changes = new FieldChanges();
        said.forEach((column, names) ->
                set(sql, tenant, user, column, names).ifPresent(before -> changes.with(column, before, names)));
        if (!changes.isEmpty()) {
            callers.forget(sql, tenant);
            audit.note(sql, tenant, entry("update", somebody, user, origin).changing(changes));
        }
    }

    /** What stood there before, where it was something else. */
    private static Optional<List<String>> set(
            SqlRunner sql, Tenant tenant, UUID user, String column, Set<String> names) {
        String quoted = Identifiers.quote(column);
        List<String> sorted = names.stream().sorted().toList();
        return sql.first(
                Sql.of(
                        "update " + table(tenant) + " as u set " + quoted
                                + " = ?, version = u.version + 1, updated_at = now() from (select id, " + quoted
                                + " as said from " + table(tenant)
                                + " where id = ? for update) as b where u.id = b.id and u."
                                + quoted + " is distinct from ? returning b.said",
                        SqlValue.texts(sorted),
                        SqlValue.uuid(user),
                        SqlValue.texts(sorted)),
                row -> row.getArray(1) == null
                        ? List.of()
                        : List.of((String[]) row.getArray(1).getArray()));
    }

    private static AuditEntry entry(String action, ProvidedUser somebody, UUID user, Origin origin) {
        return AuditEntry.of(action, ENTITY, origin)
                .about(user)
                .by(user)
                .with(JsonNodeFactory.instance
                        .objectNode()
                        .put("provider", somebody.provider())
                        .toString());
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$user");
    }

    private static String identities(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$identity");
    }
}
