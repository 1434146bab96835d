package io.armature.engine.event;

import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The last hour's events of tenants in which somebody listens. They come when the dispatcher has told the subscribers, and all
 * nodes hear of it by {@link #TOPIC}. Safe for many threads.
 */
public final class EventLog {

    /** The topic of signals that name a tenant with new events. */
    public static final String TOPIC = "events";

    private static final String KEPT = "interval '1 hour'";

    private final Database database;

    public EventLog(Database database) {
        this.database = database;
    }

    /** Has events of a tenant kept from now on, for the next hour. */
    public void watch(Tenant tenant) {
        database.transaction(sql -> {
            if (!isWatched(sql, tenant)) {
                // What happened meanwhile was not kept: a position of before is no place to go on from.
                sql.update(Sql.of(
                        "update " + floor(tenant) + " set position = nextval(pg_get_serial_sequence(?, 'position'))",
                        SqlValue.text(table(tenant))));
                sql.update(Sql.of("delete from " + table(tenant)));
            }
            return sql.update(Sql.of(
                    "insert into armature.stream_watch (tenant, until) values (?, now() + " + KEPT
                            + ") on conflict (tenant) do update set until = excluded.until",
                    SqlValue.text(tenant.name())));
        });
    }

    private static boolean isWatched(SqlRunner sql, Tenant tenant) {
        // One after the other, so that two nodes that begin at once do not both see nobody.
        sql.list(Sql.of("select 1 from " + floor(tenant) + " for update"), row -> tenant);
        return isHeard(sql, tenant);
    }

    /** The position of the last event. */
    public long end(Tenant tenant) {
        return database.direct(sql -> sql.one(
                Sql.of("select greatest((select position from " + floor(tenant) + "), (select max(position) from "
                        + table(tenant) + "))"),
                row -> row.getLong(1)));
    }

    /** Whether all events after a position are still there. */
    public boolean reaches(Tenant tenant, long position) {
        return database.direct(sql -> sql.one(
                Sql.of(
                        "select ? between (select position from " + floor(tenant)
                                + ") and coalesce(pg_sequence_last_value(pg_get_serial_sequence(?, 'position')::regclass), 0)",
                        SqlValue.integer(position),
                        SqlValue.text(table(tenant))),
                row -> row.getBoolean(1)));
    }

    /** The next events after a position. */
    public List<LoggedEvent> after(Tenant tenant, long position, int most) {
        return database.direct(sql -> sql.list(
                Sql.of(
                        "select position, id, at, event, entity, record, version, actor, fields from " + table(tenant)
                                + " where position > ? order by position limit " + most,
                        SqlValue.integer(position)),
                EventLog::read));
    }

    /** Takes away what is old. */
    public void prune(Tenant tenant) {
        database.transaction(sql -> sql.update(Sql.of("with gone as (delete from " + table(tenant)
                + " where at < now() - " + KEPT + " returning position) update " + floor(tenant)
                + " set position = greatest(position, (select max(position) from gone))")));
    }

    /** Takes delivered events out of the outbox, and keeps those of records where somebody listens. */
    static void move(Transaction transaction, Tenant tenant, List<QueuedEvent> delivered) {
        alone(transaction, tenant);
        int kept = transaction.update(Sql.of(
                "with gone as (delete from " + Identifiers.quote(tenant.schema(), Outbox.TABLE)
                        + " where number = any(?) returning *) insert into " + table(tenant)
                        + " (id, at, event, entity, record, version, actor, fields) select id, at, event, entity, record,"
                        + " version, actor, array(select jsonb_object_keys(changes)) from gone where record is not null"
                        + " and event not like 'sys.%.requested' and exists (select from armature.stream_watch"
                        + " where tenant = ? and until > now()) order by number",
                new SqlValue(delivered.stream().map(QueuedEvent::number).toList(), "bigint[]"),
                SqlValue.text(tenant.name())));
        if (kept > 0) {
            Signals.send(transaction, TOPIC, tenant.name());
        }
    }

    /**
     * Tells people, each of something of his own, when the transaction is kept: at once and in streams alone. Costs one small
     * question where nobody listens.
     *
     * @param verb the end of the name: {@code created}
     */
    public static void tell(SqlRunner transaction, Tenant tenant, String verb, Collection<Told> told, Instant now) {
        if (told.isEmpty() || !isHeard(transaction, tenant)) {
            return;
        }
        alone(transaction, tenant);
        for (Told one : told) {
            transaction.update(Sql.of(
                    "insert into " + table(tenant)
                            + " (id, at, event, entity, record, version, actor, fields) values (?, ?, ?, ?, ?, ?, ?, '{}')",
                    SqlValue.uuid(UUID.randomUUID()),
                    SqlValue.instant(now),
                    SqlValue.text(one.entity() + "." + verb),
                    SqlValue.text(one.entity()),
                    SqlValue.uuid(one.record()),
                    SqlValue.integer(one.version()),
                    SqlValue.uuid(one.receiver())));
        }
        Signals.send(transaction, TOPIC, tenant.name());
    }

    private static boolean isHeard(SqlRunner sql, Tenant tenant) {
        return sql.first(
                        Sql.of(
                                "select 1 from armature.stream_watch where tenant = ? and until > now()",
                                SqlValue.text(tenant.name())),
                        row -> tenant)
                .isPresent();
    }

    /** Whoever adds events does so alone until his transaction is over, so that positions have no holes that fill later. */
    private static void alone(SqlRunner transaction, Tenant tenant) {
        transaction.list(
                Sql.of(
                        "select pg_advisory_xact_lock(hashtext(?), hashtext(?))",
                        SqlValue.text(TOPIC),
                        SqlValue.text(tenant.name())),
                row -> tenant);
    }

    private static LoggedEvent read(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                new Event.Subject(row.getString(5), row.getObject(6, UUID.class), row.getLong(7)),
                row.getObject(8, UUID.class),
                List.of((String[]) row.getArray(9).getArray()));
    }

    private static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$event");
    }

    private static String floor(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$event_floor");
    }
}
