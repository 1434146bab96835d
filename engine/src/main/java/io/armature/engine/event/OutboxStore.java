package io.armature.engine.event;

import io.armature.engine.db.Database;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements of the dispatcher. */
final class OutboxStore {

    private static final int AT_ONCE = 200;
    private static final int TENANTS_AT_ONCE = 100;
    private static final int LONGEST_ERROR = 2000;
    private static final String EVENT =
            "id, at, event, entity, record, version, actor, changes::text, details::text, request";

    private final Database database;

    OutboxStore(Database database) {
        this.database = database;
    }

    /** An event that a subscriber has not taken, and when to try again; empty for one that waits behind another. */
    record Parked(String subscriber, long number, Optional<Instant> next, String error) {}

    /**
     * The next events. Their numbers may have gaps that are filled later, by transactions that are not over yet; hence none is
     * ever passed over: what was delivered is taken away, and the first ones are what is there.
     */
    List<QueuedEvent> next(Tenant tenant) {
        return database.direct(sql -> sql.list(
                Sql.of("select " + EVENT + ", number, (select array_agg(distinct r.subscriber) from " + late(tenant)
                        + " r where r.record = o.record and r.dead_at is null) from " + outbox(tenant)
                        + " o order by number limit " + AT_ONCE),
                row -> new QueuedEvent(row.getLong(11), event(row), texts(row, 12))));
    }

    /** Takes delivered events away, and keeps those for later that some subscriber did not take. */
    void settle(Transaction transaction, Tenant tenant, List<QueuedEvent> delivered, List<Parked> parked) {
        for (Parked one : parked) {
            transaction.update(Sql.of(
                    "insert into " + late(tenant)
                            + " (subscriber, number, id, at, event, entity, record, version, actor,"
                            + " changes, details, request, attempts, next_at, error) select ?, number, id, at, event, entity,"
                            + " record, version, actor, changes, details, request, ?, coalesce(?, 'infinity'), ? from "
                            + outbox(tenant) + " where number = ?",
                    SqlValue.text(one.subscriber()),
                    SqlValue.integer(one.next().isPresent() ? 1L : 0L),
                    SqlValue.instant(one.next().orElse(null)),
                    SqlValue.text(cut(one.error())),
                    SqlValue.integer(one.number())));
        }
        parked.stream().filter(one -> one.next().isEmpty()).forEach(one -> lead(transaction, tenant, one));
        EventLog.move(transaction, tenant, delivered);
    }

    /** What an event waits behind may have been taken since it was seen there: the first of a record waits for nothing. */
    private static void lead(SqlRunner sql, Tenant tenant, Parked one) {
        sql.update(Sql.of(
                "update " + late(tenant) + " l set next_at = now() where subscriber = ? and number = ?"
                        + " and not exists (select from " + late(tenant) + " e where e.subscriber = l.subscriber"
                        + " and e.record = l.record and e.number < l.number and e.dead_at is null)",
                SqlValue.text(one.subscriber()),
                SqlValue.integer(one.number())));
    }

    /** Events whose time for another attempt has come. */
    List<LateEvent> late(Tenant tenant, Instant now) {
        return database.direct(sql -> sql.list(
                Sql.of(
                        "select " + EVENT + ", subscriber, number, attempts from " + late(tenant)
                                + " where dead_at is null and next_at <= ? order by next_at, number limit " + AT_ONCE,
                        SqlValue.instant(now)),
                row -> new LateEvent(row.getString(11), row.getLong(12), event(row), row.getInt(13))));
    }

    /** The event was taken: the next of its record may go. */
    void taken(Tenant tenant, LateEvent event, Instant now) {
        database.transaction(sql -> {
            sql.update(Sql.of(
                    "delete from " + late(tenant) + " where subscriber = ? and number = ?",
                    SqlValue.text(event.subscriber()),
                    SqlValue.integer(event.number())));
            return free(sql, tenant, event, now);
        });
    }

    void failed(Tenant tenant, LateEvent event, Instant next, String error) {
        database.transaction(sql -> sql.update(Sql.of(
                "update " + late(tenant)
                        + " set attempts = attempts + 1, next_at = ?, error = ? where subscriber = ? and number = ?",
                SqlValue.instant(next),
                SqlValue.text(cut(error)),
                SqlValue.text(event.subscriber()),
                SqlValue.integer(event.number()))));
    }

    /** The event is not tried again: it stays there for whoever looks, and the next of its record may go. */
    void givenUp(Tenant tenant, LateEvent event, Instant now, String error) {
        database.transaction(sql -> {
            sql.update(Sql.of(
                    "update " + late(tenant)
                            + " set attempts = attempts + 1, next_at = 'infinity', dead_at = ?, error = ?"
                            + " where subscriber = ? and number = ?",
                    SqlValue.instant(now),
                    SqlValue.text(cut(error)),
                    SqlValue.text(event.subscriber()),
                    SqlValue.integer(event.number())));
            return free(sql, tenant, event, now);
        });
    }

    /** When the next attempt is to be. */
    Optional<Instant> nextAttempt(Tenant tenant) {
        return database.direct(sql -> sql.first(
                        Sql.of("select next_at from " + late(tenant)
                                + " where dead_at is null and next_at < 'infinity' order by next_at limit 1"),
                        row -> row.getObject(1, OffsetDateTime.class)))
                .map(OffsetDateTime::toInstant);
    }

    /** The names of those tenants in which something waits. */
    List<String> waiting(Collection<Tenant> tenants) {
        List<Tenant> all = List.copyOf(tenants);
        List<String> waiting = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TENANTS_AT_ONCE) {
            List<Tenant> some = all.subList(from, Math.min(all.size(), from + TENANTS_AT_ONCE));
            String text = String.join(
                    " union all ",
                    some.stream()
                            .map(tenant -> "select ?::text where exists (select from " + outbox(tenant)
                                    + ") or exists (select from " + late(tenant) + " where dead_at is null)")
                            .toList());
            List<SqlValue> names =
                    some.stream().map(tenant -> SqlValue.text(tenant.name())).toList();
            waiting.addAll(database.direct(sql -> sql.list(new Sql(text, names), row -> row.getString(1))));
        }
        return waiting;
    }

    private static int free(SqlRunner sql, Tenant tenant, LateEvent event, Instant now) {
        Optional<UUID> record = event.event().subject().map(Event.Subject::record);
        if (record.isEmpty()) {
            return 0;
        }
        return sql.update(Sql.of(
                "update " + late(tenant)
                        + " set next_at = ? where subscriber = ? and number = (select min(number) from " + late(tenant)
                        + " where subscriber = ? and record = ? and dead_at is null)",
                SqlValue.instant(now),
                SqlValue.text(event.subscriber()),
                SqlValue.text(event.subscriber()),
                SqlValue.uuid(record.get())));
    }

    private static Event event(ResultSet row) throws SQLException {
        UUID record = row.getObject(5, UUID.class);
        return new Event(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                record == null
                        ? Optional.empty()
                        : Optional.of(new Event.Subject(row.getString(4), record, row.getLong(6))),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                Optional.ofNullable(row.getString(10)).orElse(""));
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        return row.getArray(column) == null
                ? Set.of()
                : Set.of((String[]) row.getArray(column).getArray());
    }

    private static String cut(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }

    private static String outbox(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), Outbox.TABLE);
    }

    private static String late(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$outbox_retry");
    }
}
