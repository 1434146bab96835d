package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Statements about sessions and tokens. */
final class SessionStore {

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

    private static String sessions(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$session");
    }

    private static String tokens(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$token");
    }
}
