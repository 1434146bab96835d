package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about sessions. */
final class SessionStore {

    /** However often it is refreshed, a session ends some day. */
    private static final String LONGEST = "interval '90 days'";

    private SessionStore() {}

    static void add(SqlRunner sql, Tenant tenant, NewSession session, String cookie, String refresh, Instant expires) {
        sql.update(Sql.of(
                "insert into " + table(tenant)
                        + " (id, \"user\", owner, cookie_hash, refresh_hash, expires_at, user_agent, address, method,"
                        + " impersonator) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                SqlValue.uuid(session.id()),
                SqlValue.uuid(session.user()),
                SqlValue.uuid(session.user()),
                bytes(cookie),
                bytes(refresh),
                SqlValue.instant(expires),
                SqlValue.text(session.place().agent()),
                SqlValue.text(session.place().origin().address()),
                SqlValue.text(session.method()),
                SqlValue.uuid(session.impersonator().orElse(null))));
    }

    /** Sessions long over are taken along by each sign-in. */
    static void forgetExpired(SqlRunner sql, Tenant tenant) {
        sql.execute("delete from " + table(tenant) + " where expires_at < now()");
    }

    /** Exchanges the refresh token of a running session; whether the old one was its last. */
    static boolean refresh(SqlRunner sql, Tenant tenant, UUID session, String old, String fresh, Instant expires) {
        return sql.update(Sql.of(
                        "update " + table(tenant) + " set refresh_hash = ?, updated_at = now(), version = version + 1,"
                                + " expires_at = least(?, created_at + " + LONGEST + ")"
                                + " where id = ? and refresh_hash = ? and expires_at > now() and impersonator is null",
                        bytes(fresh),
                        SqlValue.instant(expires),
                        SqlValue.uuid(session),
                        bytes(old)))
                == 1;
    }

    /** The user whose session was ended; nothing when it was over already. */
    static Optional<UUID> end(SqlRunner sql, Tenant tenant, UUID session) {
        return sql.first(
                Sql.of("delete from " + table(tenant) + " where id = ? returning \"user\"", SqlValue.uuid(session)),
                row -> row.getObject(1, UUID.class));
    }

    /** Ends sessions of a user, but for one; how many. */
    static int endAll(SqlRunner sql, Tenant tenant, UUID user, Optional<UUID> except) {
        return sql.update(Sql.of(
                "delete from " + table(tenant) + " where (\"user\" = ? or impersonator = ?)"
                        + " and id is distinct from ?",
                SqlValue.uuid(user),
                SqlValue.uuid(user),
                SqlValue.uuid(except.orElse(null))));
    }

    /** The session of a cookie. */
    static Optional<UUID> ofCookie(SqlRunner sql, Tenant tenant, String cookie) {
        return sql.first(
                Sql.of("select id from " + table(tenant) + " where cookie_hash = ?", bytes(cookie)),
                row -> row.getObject(1, UUID.class));
    }

    /** The sessions of a user that run, the latest first. */
    static List<SessionView> list(SqlRunner sql, Tenant tenant, UUID user, Optional<UUID> current) {
        return sql.list(
                Sql.of(
                        "select id, created_at, updated_at, expires_at, user_agent, address, method,"
                                + " impersonator is not null from " + table(tenant)
                                + " where \"user\" = ? and expires_at > now() order by updated_at desc",
                        SqlValue.uuid(user)),
                row -> new SessionView(
                        row.getObject(1, UUID.class),
                        current.equals(Optional.of(row.getObject(1, UUID.class))),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getString(6)),
                        row.getString(7),
                        row.getBoolean(8)));
    }

    private static SqlValue bytes(String secret) {
        return new SqlValue(Secrets.hash(secret), "bytea");
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$session");
    }
}
