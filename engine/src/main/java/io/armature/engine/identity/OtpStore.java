package io.armature.engine.identity;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about second factors. */
final class OtpStore {

    private OtpStore() {}

    /** @param sealed the secret, made unreadable */
    record Factor(String sealed, boolean confirmed) {}

    static Optional<Factor> find(SqlRunner sql, Tenant tenant, UUID user) {
        return sql.first(
                Sql.of(
                        "select secret, confirmed_at is not null from " + table(tenant) + " where \"user\" = ?",
                        SqlValue.uuid(user)),
                row -> new Factor(row.getString(1), row.getBoolean(2)));
    }

    /** Keeps a secret that is to be confirmed; one that is confirmed stays. */
    static void propose(SqlRunner sql, Tenant tenant, UUID user, String sealed) {
        sql.update(Sql.of(
                "insert into " + table(tenant)
                        + " as o (\"user\", secret) values (?, ?) on conflict (\"user\") do update"
                        + " set secret = excluded.secret where o.confirmed_at is null",
                SqlValue.uuid(user),
                SqlValue.text(sealed)));
    }

    static void confirm(SqlRunner sql, Tenant tenant, UUID user) {
        sql.update(Sql.of(
                "update " + table(tenant) + " set confirmed_at = now() where \"user\" = ?", SqlValue.uuid(user)));
    }

    /** Notes that the code of a step was used; false when it, or a later one, was used before. */
    static boolean spend(SqlRunner sql, Tenant tenant, UUID user, long step) {
        return sql.update(Sql.of(
                        "update " + table(tenant) + " set last_step = ? where \"user\" = ? and last_step < ?",
                        SqlValue.integer(step),
                        SqlValue.uuid(user),
                        SqlValue.integer(step)))
                == 1;
    }

    static void remove(SqlRunner sql, Tenant tenant, UUID user) {
        sql.update(Sql.of("delete from " + table(tenant) + " where \"user\" = ?", SqlValue.uuid(user)));
        keepCodes(sql, tenant, user, List.of());
    }

    /** Keeps new recovery codes in the place of the old ones. */
    static void keepCodes(SqlRunner sql, Tenant tenant, UUID user, List<String> codes) {
        sql.update(Sql.of("delete from " + codes(tenant) + " where \"user\" = ?", SqlValue.uuid(user)));
        codes.forEach(code -> sql.update(Sql.of(
                "insert into " + codes(tenant) + " (\"user\", code_hash) values (?, ?)",
                SqlValue.uuid(user),
                new SqlValue(Secrets.hash(code), "bytea"))));
    }

    /** Uses a recovery code up; false when there is none such. */
    static boolean spendCode(SqlRunner sql, Tenant tenant, UUID user, String code) {
        return sql.update(Sql.of(
                        "delete from " + codes(tenant) + " where \"user\" = ? and code_hash = ?",
                        SqlValue.uuid(user),
                        new SqlValue(Secrets.hash(code), "bytea")))
                == 1;
    }

    static int codesLeft(SqlRunner sql, Tenant tenant, UUID user) {
        return sql.one(
                Sql.of("select count(*) from " + codes(tenant) + " where \"user\" = ?", SqlValue.uuid(user)),
                row -> row.getInt(1));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$otp");
    }

    private static String codes(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$recovery_code");
    }
}
