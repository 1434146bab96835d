package io.armature.engine.webhook;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.Event;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about deliveries. */
final class DeliveryStore {

    private static final int AT_ONCE = 16;
    /** Longer than an attempt may take: when it is over, the node that had it is gone. */
    private static final Duration HELD = WebhookClient.LONGEST.plusSeconds(10);

    private static final String COLUMNS = "id, webhook, event, event_id, body::text, attempts, first_attempt";

    private final Database database;

    DeliveryStore(Database database) {
        this.database = database;
    }

    /** Adds an event for a receiver, unless it stands there, or the receiver is gone since it was looked up. */
    void add(SqlRunner transaction, Tenant tenant, UUID webhook, Event event, String body, Optional<String> error) {
        transaction.update(Sql.of(
                "insert into " + table(tenant)
                        + " (webhook, event, event_id, entity, record, body, status, next_attempt, error)"
                        + " select id, ?, ?, ?, ?, ?::jsonb, ?, ?, ? from " + WebhookStore.table(tenant)
                        + " where id = ? for key share"
                        + " on conflict (webhook, event_id) where replay_of is null do nothing",
                SqlValue.text(event.name()),
                SqlValue.text(event.id().toString()),
                SqlValue.text(event.subject().map(Event.Subject::entity).orElse(null)),
                SqlValue.uuid(event.subject().map(Event.Subject::record).orElse(null)),
                SqlValue.text(body),
                SqlValue.text(error.isPresent() ? "failed" : "waiting"),
                SqlValue.instant(error.isPresent() ? null : event.at()),
                SqlValue.text(error.orElse(null)),
                SqlValue.uuid(webhook)));
    }

    /** Adds what nobody but the caller sends. */
    Delivery addHeld(Tenant tenant, UUID webhook, String event, String body, Instant now) {
        UUID eventId = UUID.randomUUID();
        return database.transaction(sql -> sql.one(
                Sql.of(
                        "insert into " + table(tenant)
                                + " (webhook, event, event_id, body, next_attempt, attempts, first_attempt)"
                                + " values (?, ?, ?, ?::jsonb, 'infinity', 1, ?) returning " + COLUMNS,
                        SqlValue.uuid(webhook),
                        SqlValue.text(event),
                        SqlValue.text(eventId.toString()),
                        SqlValue.text(body.replace("$id", eventId.toString())),
                        SqlValue.instant(now)),
                DeliveryStore::read));
    }

    /**
     * Deliveries that are this node's for {@link #HELD}: of each receiver and record, the first that waits alone.
     *
     * @param without receivers that are left alone
     */
    List<Delivery> claim(Tenant tenant, Instant now, Collection<UUID> without) {
        return database.transaction(sql -> sql.list(
                Sql.of(
                        "update " + table(tenant)
                                + " set attempts = attempts + 1, first_attempt = coalesce(first_attempt, ?),"
                                + " next_attempt = ? where id in (select d.id from "
                                + table(tenant) + " d join " + WebhookStore.table(tenant)
                                + " w on w.id = d.webhook and w.active where d.status = 'waiting' and d.next_attempt <= ? and d.webhook <> all(?::uuid[])"
                                + " and not exists (select 1 from " + table(tenant) + " e where e.webhook = d.webhook"
                                + " and e.record = d.record and e.status = 'waiting' and e.number < d.number)"
                                + " order by d.next_attempt, d.number limit " + AT_ONCE
                                + " for update of d skip locked) returning " + COLUMNS,
                        SqlValue.instant(now),
                        SqlValue.instant(now.plus(HELD)),
                        SqlValue.instant(now),
                        SqlValue.uuids(List.copyOf(without))),
                DeliveryStore::read));
    }

    /** When the next attempt is to be, of those that do not wait behind another one. */
    Optional<Instant> next(Tenant tenant) {
        return database.direct(sql -> sql.first(
                        Sql.of("select d.next_attempt from " + table(tenant) + " d join " + WebhookStore.table(tenant)
                                + " w on w.id = d.webhook and w.active where d.status = 'waiting'"
                                + " and d.next_attempt < 'infinity' and not exists (select 1 from " + table(tenant)
                                + " e where e.webhook = d.webhook and e.record = d.record and e.status = 'waiting'"
                                + " and e.number < d.number) order by d.next_attempt limit 1"),
                        row -> row.getObject(1, OffsetDateTime.class)))
                .map(OffsetDateTime::toInstant);
    }

    /** @param next when it is tried again; empty when it was taken, or is given up */
    void settle(Tenant tenant, Delivery delivery, Outcome outcome, Optional<Instant> next) {
        String status = outcome.isTaken() ? "sent" : next.isPresent() ? "waiting" : "failed";
        database.transaction(sql -> sql.update(Sql.of(
                "update " + table(tenant) + " set status = ?, next_attempt = ?, response = ?, duration_ms = ?,"
                        + " error = nullif(?, ''), sent_at = case when ? then now() end, updated_at = now(),"
                        + " version = version + 1 where id = ? and status = 'waiting' and attempts = ?",
                SqlValue.text(status),
                SqlValue.instant(next.orElse(null)),
                SqlValue.integer(outcome.response().map(Integer::longValue).orElse(null)),
                SqlValue.integer(outcome.duration().toMillis()),
                SqlValue.text(outcome.error()),
                SqlValue.flag(outcome.isTaken()),
                SqlValue.uuid(delivery.id()),
                SqlValue.integer((long) delivery.attempt()))));
    }

    /** Has one sent again. */
    Optional<UUID> replay(SqlRunner transaction, Tenant tenant, UUID delivery) {
        return again(transaction, tenant, "d.id = ?", delivery).stream().findFirst();
    }

    /** Has all sent again that failed and were not sent again before. */
    int replayFailed(SqlRunner transaction, Tenant tenant, UUID webhook) {
        return again(
                        transaction,
                        tenant,
                        "d.webhook = ? and d.status = 'failed' and not exists (select 1 from " + table(tenant)
                                + " r where r.replay_of = d.id)",
                        webhook)
                .size();
    }

    private static List<UUID> again(SqlRunner transaction, Tenant tenant, String which, UUID id) {
        return transaction.list(
                Sql.of(
                        "insert into " + table(tenant)
                                + " (webhook, event, event_id, entity, record, replay_of, body, next_attempt) select d.webhook,"
                                + " d.event, d.event_id, d.entity, d.record, d.id, d.body, now() from " + table(tenant)
                                + " d where " + which + " order by d.number returning id",
                        SqlValue.uuid(id)),
                row -> row.getObject(1, UUID.class));
    }

    Optional<UUID> webhook(Tenant tenant, UUID delivery) {
        return database.direct(sql -> sql.first(
                Sql.of("select webhook from " + table(tenant) + " where id = ?", SqlValue.uuid(delivery)),
                row -> row.getObject(1, UUID.class)));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                WebhookStore.instant(row, 7));
    }

    static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$delivery");
    }
}
