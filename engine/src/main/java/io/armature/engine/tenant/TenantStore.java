package io.armature.engine.tenant;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The table of tenants. */
final class TenantStore {

    private final Database database;

    TenantStore(Database database) {
        this.database = database;
    }

    /** A row: the tenant, and the migrations that its schema has seen. */
    record Row(Tenant tenant, String migrated) {}

    List<Row> all() {
        return database.direct(sql -> sql.list(
                Sql.of("select name, schema_name, hosts, migrated from armature.tenant order by created_at, name"),
                TenantStore::read));
    }

    /** Adds the tenant unless one of that name is there. */
    boolean add(Tenant tenant) {
        return database.transaction(sql -> {
            boolean added = sql.update(Sql.of(
                            "insert into armature.tenant (name, schema_name, hosts) values (?, ?, ?) on conflict do nothing",
                            SqlValue.text(tenant.name()),
                            SqlValue.text(tenant.schema()),
                            SqlValue.texts(List.copyOf(tenant.hosts()))))
                    == 1;
            return added;
        });
    }

    void remove(Tenant tenant) {
        database.transaction(
                sql -> sql.update(Sql.of("delete from armature.tenant where name = ?", SqlValue.text(tenant.name()))));
    }

    void migrated(SqlRunner sql, Tenant tenant, String migrations) {
        sql.update(Sql.of(
                "update armature.tenant set migrated = ? where name = ?",
                SqlValue.text(migrations),
                SqlValue.text(tenant.name())));
    }

    private static Row read(ResultSet row) throws SQLException {
        Array hosts = row.getArray(3);
        return new Row(
                new Tenant(row.getString(1), row.getString(2), Set.of((String[]) hosts.getArray())), row.getString(4));
    }
}
