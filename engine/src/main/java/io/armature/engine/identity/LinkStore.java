package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Links that were mailed: each works once, for a while. */
final class LinkStore {

    private LinkStore() {}

    /** @param email the address that the link went to */
    record Link(String purpose, UUID user, String email) {}

    /** Keeps a link; earlier ones of the user for the same purpose work no more. */
    static void add(SqlRunner sql, Tenant tenant, Link link, String token, Instant expires) {
        sql.execute("delete from " + table(tenant) + " where expires_at < now()");
        forget(sql, tenant, link.user(), link.purpose());
        sql.update(Sql.of(
                "insert into " + table(tenant) + " (token_hash, purpose, \"user\", email, expires_at)"
                        + " values (?, ?, ?, ?, ?)",
                new SqlValue(Secrets.hash(token), "bytea"),
                SqlValue.text(link.purpose()),
                SqlValue.uuid(link.user()),
                SqlValue.text(link.email()),
                SqlValue.instant(expires)));
    }

    static void forget(SqlRunner sql, Tenant tenant, UUID user, String purpose) {
        sql.update(Sql.of(
                "delete from " + table(tenant) + " where \"user\" = ? and purpose = ?",
                SqlValue.uuid(user),
                SqlValue.text(purpose)));
    }

    /** No link that was mailed to the user works any more. */
    static void forget(SqlRunner sql, Tenant tenant, UUID user) {
        sql.update(Sql.of("delete from " + table(tenant) + " where \"user\" = ?", SqlValue.uuid(user)));
    }

    /** Uses a link up; nothing when it is not good, or for something else. */
    static Optional<Link> spend(SqlRunner sql, Tenant tenant, String token, Collection<String> purposes) {
        return sql.first(
                Sql.of(
                        "delete from " + table(tenant) + " where token_hash = ? and expires_at > now()"
                                + " and purpose = any(?) returning purpose, \"user\", email",
                        new SqlValue(Secrets.hash(token), "bytea"),
                        SqlValue.texts(purposes.stream().toList())),
                row -> new Link(row.getString(1), row.getObject(2, UUID.class), row.getString(3)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$link");
    }
}
