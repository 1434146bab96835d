package io.armature.engine.current;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.List;
import java.util.Optional;

/** Which packs a tenant has, and which model; statements for whoever holds a connection. */
public final class PackRegistry {

    private PackRegistry() {}

    /**
     * Which model a tenant has.
     *
     * @param version counts its models
     * @param digest names the set of its active packs; empty when it has none
     */
    public record ModelState(long version, String digest) {}

    /** The tenant's packs, by name. */
    public static List<InstalledPack> packs(SqlRunner sql, Tenant tenant) {
        return sql.list(
                Sql.of("select name, title, pack_version, digest, active, consents from " + table(tenant)
                        + " order by name"),
                row -> new InstalledPack(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        List.of((String[]) row.getArray(6).getArray())));
    }

    public static ModelState state(SqlRunner sql, Tenant tenant) {
        return sql.one(
                Sql.of(
                        "select model_version, model_digest from armature.tenant where name = ?",
                        SqlValue.text(tenant.name())),
                row -> new ModelState(row.getLong(1), row.getString(2)));
    }

    /** The same, so that nobody else can change it before the transaction ends. */
    public static ModelState lockState(SqlRunner sql, Tenant tenant) {
        return sql.one(
                Sql.of(
                        "select model_version, model_digest from armature.tenant where name = ? for update",
                        SqlValue.text(tenant.name())),
                row -> new ModelState(row.getLong(1), row.getString(2)));
    }

    /** Says that the tenant has another model now, and returns it. */
    public static ModelState advance(SqlRunner sql, Tenant tenant, String digest) {
        return sql.one(
                Sql.of(
                        "update armature.tenant set model_version = model_version + 1, model_digest = ? where name = ?"
                                + " returning model_version, model_digest",
                        SqlValue.text(digest),
                        SqlValue.text(tenant.name())),
                row -> new ModelState(row.getLong(1), row.getString(2)));
    }

    /** Keeps an archive, unless it is kept already. */
    public static void keep(SqlRunner sql, Tenant tenant, String digest, String pack, String version, byte[] archive) {
        sql.update(Sql.of(
                "insert into armature.archive (digest, pack, version, bytes) values (?, ?, ?, ?) on conflict do nothing",
                SqlValue.text(digest),
                SqlValue.text(pack),
                SqlValue.text(version),
                new SqlValue(archive, "bytea")));
        sql.update(Sql.of(
                "insert into armature.archive_owner (digest, tenant) values (?, ?) on conflict do nothing",
                SqlValue.text(digest),
                SqlValue.text(tenant.name())));
    }

    /** The bytes of a kept archive. */
    public static Optional<byte[]> archive(SqlRunner sql, String digest) {
        return sql.first(
                Sql.of("select bytes from armature.archive where digest = ?", SqlValue.text(digest)),
                row -> row.getBytes(1));
    }

    /** Adds or changes a pack of the tenant. */
    public static void put(SqlRunner sql, Tenant tenant, InstalledPack pack) {
        sql.update(Sql.of(
                "insert into " + table(tenant) + " as p (name, title, pack_version, digest, active, consents)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (name) do update set title = excluded.title,"
                        + " pack_version = excluded.pack_version, digest = excluded.digest, active = excluded.active,"
                        + " consents = excluded.consents, version = p.version + 1, updated_at = now()",
                SqlValue.text(pack.name()),
                SqlValue.text(pack.title()),
                SqlValue.text(pack.version()),
                SqlValue.text(pack.digest()),
                SqlValue.flag(pack.active()),
                SqlValue.texts(pack.consents())));
    }

    public static void remove(SqlRunner sql, Tenant tenant, String pack) {
        sql.update(Sql.of("delete from " + table(tenant) + " where name = ?", SqlValue.text(pack)));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$pack");
    }
}
