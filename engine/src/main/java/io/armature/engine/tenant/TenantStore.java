package io.armature.engine.tenant;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                Sql.of("select name, schema_name, hosts, migrated, origins, state, ends_at from armature.tenant"
                        + " order by created_at, name"),
                TenantStore::read));
    }

    long outdated(String newest) {
        return database.direct(sql -> sql.one(
                Sql.of(
                        "select count(*) from armature.tenant where migrated <> ? and state <> 'deleted'",
                        SqlValue.text(newest)),
                row -> row.getLong(1)));
    }

    /** Adds the tenant unless one of that name is there. */
    boolean add(Tenant tenant) {
        return database.transaction(sql -> {
            boolean added = sql.update(Sql.of(
                            "insert into armature.tenant (name, schema_name, hosts, origins) values (?, ?, ?, ?)"
                                    + " on conflict do nothing",
                            SqlValue.text(tenant.name()),
                            SqlValue.text(tenant.schema()),
                            SqlValue.texts(List.copyOf(tenant.hosts())),
                            SqlValue.texts(List.copyOf(tenant.origins()))))
                    == 1;
            return added;
        });
    }

    /** Keeps what can change of a tenant. */
    void put(SqlRunner sql, Tenant tenant) {
        sql.update(Sql.of(
                "update armature.tenant set hosts = ?, origins = ?, state = ?, ends_at = ? where name = ?",
                SqlValue.texts(List.copyOf(tenant.hosts())),
                SqlValue.texts(List.copyOf(tenant.origins())),
                SqlValue.text(tenant.state().word()),
                SqlValue.instant(tenant.endsAt().orElse(null)),
                SqlValue.text(tenant.name())));
    }

    void remove(SqlRunner sql, Tenant tenant) {
        sql.update(Sql.of("delete from armature.tenant where name = ?", SqlValue.text(tenant.name())));
    }

    /** Takes the tenant's schema with all that is in it. */
    void drop(SqlRunner sql, Tenant tenant) {
        sql.execute("drop schema if exists " + Identifiers.quote(tenant.schema()) + " cascade");
    }

    void migrated(SqlRunner sql, Tenant tenant, String migrations) {
        sql.update(Sql.of(
                "update armature.tenant set migrated = ? where name = ?",
                SqlValue.text(migrations),
                SqlValue.text(tenant.name())));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new Tenant(
                        row.getString(1),
                        row.getString(2),
                        texts(row, 3),
                        texts(row, 5),
                        Tenant.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getObject(7, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                row.getString(4));
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
