package io.armature.engine.webhook;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.event.EventNames;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.expression.Identifiers;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements about receivers. */
final class WebhookStore {

    private static final String SECRET = "sys.webhook.secret";
    private static final String PREVIOUS = "sys.webhook.previous_secret";
    /** No text that people write has it. */
    private static final String BETWEEN = "\0";

    /** Whoever loses a new secret makes another; more of them in a day means that nobody waits for the first. */
    private static final int MOST_BEFORE = 4;

    private final Database database;
    private final Vault vault;

    WebhookStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    List<Webhook> active(Tenant tenant) {
        return database.direct(sql ->
                sql.list(Sql.of(select(tenant) + " where active order by created_at"), row -> read(tenant, row)));
    }

    /** The receiver of that {@code external_id} or address which is switched on. */
    static Optional<UUID> named(SqlRunner sql, Tenant tenant, String name) {
        return sql.first(
                Sql.of(
                        "select id from " + table(tenant)
                                + " where active and (external_id = ? or url = ?) order by created_at limit 1",
                        SqlValue.text(name),
                        SqlValue.text(name)),
                row -> row.getObject(1, UUID.class));
    }

    Optional<Webhook> find(Tenant tenant, UUID id) {
        return database.direct(sql ->
                sql.first(Sql.of(select(tenant) + " where id = ?", SqlValue.uuid(id)), row -> read(tenant, row)));
    }

    /** Signs with another secret from now on, and until a moment with those that counted before. */
    void rotate(SqlRunner transaction, Tenant tenant, Webhook webhook, String secret, Instant until) {
        Optional<String> before =
                webhook.secrets().stream().limit(MOST_BEFORE).reduce((one, next) -> one + BETWEEN + next);
        transaction.update(Sql.of(
                "update " + table(tenant) + " set secret = ?, previous_secret = ?, previous_until = ?,"
                        + " version = version + 1, updated_at = now() where id = ?",
                SqlValue.text(vault.seal(tenant, SECRET, secret)),
                SqlValue.text(
                        before.map(text -> vault.seal(tenant, PREVIOUS, text)).orElse(null)),
                SqlValue.instant(before.isPresent() ? until : null),
                SqlValue.uuid(webhook.id())));
    }

    private static String select(Tenant tenant) {
        return "select id, url, events, filter, secret, case when previous_until > now() then previous_secret end,"
                + " active, allow_private, coalesce(owner, created_by), since from " + table(tenant);
    }

    private Webhook read(Tenant tenant, ResultSet row) throws SQLException {
        Array events = row.getArray(3);
        List<String> secrets = new ArrayList<>();
        Optional.ofNullable(row.getString(5)).ifPresent(text -> secrets.add(vault.open(tenant, SECRET, text)));
        Optional.ofNullable(row.getString(6))
                .ifPresent(text -> secrets.addAll(
                        List.of(vault.open(tenant, PREVIOUS, text).split(BETWEEN))));
        return new Webhook(
                row.getObject(1, UUID.class),
                row.getString(2),
                new EventNames(events == null ? List.of() : List.of((String[]) events.getArray())),
                Optional.ofNullable(row.getString(4)).filter(text -> !text.isBlank()),
                secrets,
                row.getBoolean(7),
                row.getBoolean(8),
                Optional.ofNullable(row.getObject(9, UUID.class)).orElse(new UUID(0, 0)),
                row.getLong(10));
    }

    static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$webhook");
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
