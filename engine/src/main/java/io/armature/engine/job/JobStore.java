package io.armature.engine.job;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about jobs. */
final class JobStore {

    private static final String COLUMNS = "select id, name, title, schedule, active, next_run from ";

    private JobStore() {}

    /**
     * A job as it stands.
     *
     * @param next when it is due; empty while it is paused, or when it is over
     */
    record Row(UUID id, String name, String title, String schedule, boolean active, Optional<Instant> next) {}

    static List<Row> all(SqlRunner sql, Tenant tenant) {
        return sql.list(Sql.of(COLUMNS + RunStore.jobs(tenant)), JobStore::read);
    }

    static Optional<Row> named(SqlRunner sql, Tenant tenant, String name) {
        return sql.first(
                Sql.of(COLUMNS + RunStore.jobs(tenant) + " where name = ? for update", SqlValue.text(name)),
                JobStore::read);
    }

    static Optional<Row> find(SqlRunner sql, Tenant tenant, UUID id) {
        return sql.first(
                Sql.of(COLUMNS + RunStore.jobs(tenant) + " where id = ? for update", SqlValue.uuid(id)),
                JobStore::read);
    }

    static void put(SqlRunner sql, Tenant tenant, PackJob job, boolean active, Optional<Instant> next) {
        sql.update(Sql.of(
                "insert into " + RunStore.jobs(tenant)
                        + " as j (name, title, schedule, active, next_run) values (?, ?, ?, ?, ?)"
                        + " on conflict (name) do update set title = excluded.title, schedule = excluded.schedule,"
                        + " active = excluded.active, next_run = excluded.next_run, updated_at = now(), version = j.version + 1",
                SqlValue.text(job.name()),
                SqlValue.text(job.title()),
                SqlValue.text(job.schedule().text()),
                SqlValue.flag(active),
                SqlValue.instant(next.orElse(null))));
    }

    static void next(SqlRunner sql, Tenant tenant, UUID job, boolean active, Optional<Instant> next) {
        sql.update(Sql.of(
                "update " + RunStore.jobs(tenant)
                        + " set active = ?, next_run = ?, updated_at = now(), version = version + 1 where id = ?",
                SqlValue.flag(active),
                SqlValue.instant(next.orElse(null)),
                SqlValue.uuid(job)));
    }

    static void remove(SqlRunner sql, Tenant tenant, String name) {
        sql.update(Sql.of("delete from " + RunStore.jobs(tenant) + " where name = ?", SqlValue.text(name)));
        TaskTable.untick(sql, tenant, name);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                Optional.ofNullable(row.getObject(6, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
