package io.armature.engine.vault;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.List;
import java.util.UUID;

/** Statements about the wrapped keys of a tenant. */
final class DataKeyStore {

    private DataKeyStore() {}

    /**
     * A wrapped key.
     *
     * @param purpose {@link Vault#SECRETS} or {@link Vault#TRAIL}
     * @param master which master key wrapped it
     */
    record Wrapped(UUID id, String purpose, String master, byte[] bytes) {}

    /** All keys of the tenant, the newest first. */
    static List<Wrapped> all(SqlRunner sql, Tenant tenant) {
        return sql.list(
                Sql.of("select id, purpose, master, wrapped from " + table(tenant) + " order by created_at desc, id"),
                row -> new Wrapped(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBytes(4)));
    }

    /** Keeps a new key, unless it is the second one that signs the trail. */
    static void add(SqlRunner sql, Tenant tenant, Wrapped key) {
        sql.update(Sql.of(
                "insert into " + table(tenant) + " (id, purpose, master, wrapped) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                SqlValue.uuid(key.id()),
                SqlValue.text(key.purpose()),
                SqlValue.text(key.master()),
                new SqlValue(key.bytes(), "bytea")));
    }

    static void rewrap(SqlRunner sql, Tenant tenant, Wrapped key) {
        sql.update(Sql.of(
                "update " + table(tenant) + " set master = ?, wrapped = ? where id = ?",
                SqlValue.text(key.master()),
                new SqlValue(key.bytes(), "bytea"),
                SqlValue.uuid(key.id())));
    }

    static void remove(SqlRunner sql, Tenant tenant, UUID id) {
        sql.update(Sql.of("delete from " + table(tenant) + " where id = ?", SqlValue.uuid(id)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$data_key");
    }
}
