package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements about sessions and tokens. */
final class SessionStore {

    private static final String USER =
            "select u.id, u.username, u.name, u.roles, u.locale, u.time_zone from %s u join %s s on s.\"user\" = u.id"
                    + " where u.active and (s.expires_at is null or s.expires_at > now()) and ";

    private SessionStore() {}

    static void add(
            SqlRunner sql,
            Tenant tenant,
            UUID id,
            UUID user,
            String cookie,
            String refresh,
            Instant expires,
            String agent) {
        sql.update(Sql.of(
                "insert into " + sessions(tenant)
                        + " (id, \"user\", owner, cookie_hash, refresh_hash, expires_at, user_agent)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                SqlValue.uuid(id),
                SqlValue.uuid(user),
                SqlValue.uuid(user),
                bytes(cookie),
                bytes(refresh),
                SqlValue.instant(expires),
                SqlValue.text(agent)));
    }

    /** Sessions long over are taken along by each sign-in. */
    static void forgetExpired(SqlRunner sql, Tenant tenant) {
        sql.execute("delete from " + sessions(tenant) + " where expires_at < now()");
    }

    static Optional<User> byId(SqlRunner sql, Tenant tenant, UUID session) {
        return sql.first(
                Sql.of(USER.formatted(users(tenant), sessions(tenant)) + "s.id = ?", SqlValue.uuid(session)),
                SessionStore::user);
    }

    static Optional<User> byCookie(SqlRunner sql, Tenant tenant, String cookie) {
        return sql.first(
                Sql.of(USER.formatted(users(tenant), sessions(tenant)) + "s.cookie_hash = ?", bytes(cookie)),
                SessionStore::user);
    }

    static Optional<User> byToken(SqlRunner sql, Tenant tenant, String token) {
        return sql.first(
                Sql.of(USER.formatted(users(tenant), tokens(tenant)) + "s.token_hash = ?", bytes(token)),
                SessionStore::user);
    }

    /** Exchanges the refresh token of a running session; its id, if the token was good. */
    static Optional<UUID> refresh(SqlRunner sql, Tenant tenant, String old, String fresh, Instant expires) {
        return sql.first(
                Sql.of(
                        "update " + sessions(tenant) + " set refresh_hash = ?, expires_at = ?, updated_at = now(),"
                                + " version = version + 1 where refresh_hash = ? and expires_at > now() returning id",
                        bytes(fresh),
                        SqlValue.instant(expires),
                        bytes(old)),
                row -> row.getObject(1, UUID.class));
    }

    static void endById(SqlRunner sql, Tenant tenant, UUID session) {
        sql.update(Sql.of("delete from " + sessions(tenant) + " where id = ?", SqlValue.uuid(session)));
    }

    static void endByCookie(SqlRunner sql, Tenant tenant, String cookie) {
        sql.update(Sql.of("delete from " + sessions(tenant) + " where cookie_hash = ?", bytes(cookie)));
    }

    static void addToken(
            SqlRunner sql, Tenant tenant, UUID user, String name, String token, Optional<Instant> expires) {
        sql.update(Sql.of(
                "insert into " + tokens(tenant)
                        + " (\"user\", owner, name, token_hash, expires_at) values (?, ?, ?, ?, ?)",
                SqlValue.uuid(user),
                SqlValue.uuid(user),
                SqlValue.text(name),
                bytes(token),
                SqlValue.instant(expires.orElse(null))));
    }

    private static SqlValue bytes(String secret) {
        return new SqlValue(Secrets.hash(secret), "bytea");
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Set.of((String[]) row.getArray(4).getArray()),
                Optional.ofNullable(row.getString(5)).map(Locale::forLanguageTag),
                zone(Optional.ofNullable(row.getString(6))));
    }

    /** A zone that is not one any more counts as none. */
    private static ZoneId zone(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String users(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$user");
    }

    private static String sessions(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$session");
    }

    private static String tokens(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$token");
    }
}
