package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Model;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who a credential belongs to, with the groups and teams that count, in one statement. */
final class CallerStore {

    private static final String USER = """
            select u.id, u.username, u.name, u.roles, u.locale, u.time_zone, u.company,
              array(with recursive up(name, parent) as (
                      select name, parent from %1$s where name = any(u.groups) or manager = u.id
                      union select g.name, g.parent from %1$s g join up on g.id = up.parent),
                    down(id, name) as (
                      select id, name from %1$s where manager = u.id
                      union select g.id, g.name from %1$s g join down on g.parent = down.id)
                    select name from up union select name from down),
              array(with recursive down(id) as (
                      select id from %1$s where manager = u.id
                      union select g.id from %1$s g join down on g.parent = down.id)
                    select id from %1$s where name = any(u.groups) union select id from down%2$s),
              %5$s, exists (select from %6$s o where o."user" = u.id and o.confirmed_at is not null),
              array(select name from %7$s where otp_required),
              array(select role from %9$s l join %3$s d on d.id = l.delegator and d.active, unnest(d.roles) role
                where l.delegate = u.id and l.since <= now() and l.until > now()),
              array(select c.name || ' ' || coalesce(parent, '') from %10$s c left join lateral
                jsonb_array_elements_text(case jsonb_typeof(c.document -> 'inherits') when 'array' then c.document -> 'inherits'
                  else '[]' end) parent on true)
            from %3$s u join %4$s s on s."user" = u.id
            where u.active and (s.expires_at is null or s.expires_at > now()) and %8$s and\s""";

    private static final String SESSION = "array[]::text[], s.impersonator, s.method like 'oauth:%'";
    /** Nobody acts in another's name who may not sign in himself any more. */
    private static final String REAL = "(s.impersonator is null or exists (select from %s i where i.id = s.impersonator"
            + " and i.active and 'administrator' = any(i.roles)))";

    private static final String NOWHERE = "array[]::text[], null::uuid, true";
    private static final String TOKEN = "s.scopes, null::uuid, false";

    private final Tenant tenant;
    private final Model model;

    CallerStore(Tenant tenant, Model model) {
        this.tenant = tenant;
        this.model = model;
    }

    Optional<User> bySession(SqlRunner sql, UUID session) {
        return find(sql, "sys$session", SESSION, "s.id = ?", SqlValue.uuid(session));
    }

    Optional<User> byCookie(SqlRunner sql, String cookie) {
        return find(sql, "sys$session", SESSION, "s.cookie_hash = ?", hash(cookie));
    }

    Optional<User> byToken(SqlRunner sql, String token) {
        return find(sql, "sys$token", TOKEN, "s.token_hash = ?", hash(token));
    }

    /** The active user with this user name or id, signed in or not. */
    Optional<User> named(SqlRunner sql, String name) {
        return sql.first(
                Sql.of(
                        text(everybody(), NOWHERE) + "(lower(u.username) = lower(?) or u.id::text = ?)",
                        SqlValue.text(name),
                        SqlValue.text(name)),
                this::user);
    }

    /** All active users but the engine itself, by user name. */
    List<User> all(SqlRunner sql) {
        return sql.list(
                Sql.of(
                        text(everybody(), NOWHERE) + "u.id <> ? order by lower(u.username)",
                        SqlValue.uuid(User.SYSTEM.id())),
                this::user);
    }

    private String everybody() {
        return "(select id as \"user\", null::timestamptz as expires_at from " + quote("sys$user") + ")";
    }

    private Optional<User> find(SqlRunner sql, String table, String standing, String condition, SqlValue value) {
        return sql.first(Sql.of(text(quote(table), standing) + condition, value), this::user);
    }

    private String text(String credentials, String standing) {
        StringBuilder teams = new StringBuilder();
        TeamSource.of(model).forEach(source -> teams.append(" union ").append(source.sql(tenant.schema())));
        return USER.formatted(
                quote("sys$group"),
                teams,
                quote("sys$user"),
                credentials,
                standing,
                quote("sys$otp"),
                quote("sys$role"),
                standing.equals(SESSION) ? REAL.formatted(quote("sys$user")) : "true",
                quote("sys$delegation"),
                quote("sys$role_change"));
    }

    private String quote(String table) {
        return Identifiers.quote(tenant.schema(), table);
    }

    private static SqlValue hash(String secret) {
        return new SqlValue(Secrets.hash(secret), "bytea");
    }

    private User user(ResultSet row) throws SQLException {
        return new User(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Set.of((String[]) row.getArray(4).getArray()),
                Set.of((String[]) row.getArray(8).getArray()),
                Set.of((UUID[]) row.getArray(9).getArray()),
                Optional.ofNullable(row.getObject(7, UUID.class)),
                Optional.ofNullable(row.getString(5)).map(Locale::forLanguageTag),
                zone(Optional.ofNullable(row.getString(6))),
                standing(row));
    }

    private Standing standing(ResultSet row) throws SQLException {
        List<String> scopes = List.of((String[]) row.getArray(10).getArray());
        Optional<UUID> impersonator = Optional.ofNullable(row.getObject(11, UUID.class));
        // Whoever signs in by a provider has shown what the provider asks for.
        boolean enrolled = row.getBoolean(12) || row.getBoolean(13);
        // Rights that were lent demand of the one who uses them what they demand of their lender.
        boolean demanded = new FactorDemand(model, names(row, 16).toList())
                .of(Stream.concat(names(row, 4), names(row, 15)).toList(), Set.of((String[])
                        row.getArray(14).getArray()));
        boolean mustEnrol = demanded && !enrolled && impersonator.isEmpty();
        return scopes.isEmpty() && impersonator.isEmpty() && !mustEnrol
                ? Standing.FULL
                : new Standing(Scopes.parse(scopes), impersonator, mustEnrol);
    }

    private static Stream<String> names(ResultSet row, int column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    /** A zone that is not one any more counts as none. */
    private static ZoneId zone(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
