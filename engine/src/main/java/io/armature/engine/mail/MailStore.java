package io.armature.engine.mail;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements of the sender. A mail is claimed by putting off its next attempt, in one statement that leaves alone what another
 * node holds: if this node dies, the mail is tried again then.
 */
final class MailStore {

    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 10;
    private static final int LONGEST_ERROR = 500;

    private final Database database;
    private final Vault vault;

    MailStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A mail that is this node's to send. */
    record Claimed(UUID id, Mail mail) {}

    /** When the next mail is to be tried. */
    Optional<Instant> next(Tenant tenant) {
        return database.direct(sql -> sql.first(
                        Sql.of("select next_attempt_at from " + MailQueue.table(tenant)
                                + " where status = 'waiting' order by next_attempt_at limit 1"),
                        row -> row.getObject(1, OffsetDateTime.class)))
                .map(OffsetDateTime::toInstant);
    }

    List<Claimed> claim(Tenant tenant) {
        return database.transaction(sql -> sql.list(
                Sql.of("update " + MailQueue.table(tenant) + " set attempts = attempts + 1, next_attempt_at ="
                        + " now() + interval '1 minute' * power(2, least(attempts, 6)) where id in (select id from "
                        + MailQueue.table(tenant) + " where status = 'waiting' and next_attempt_at <= now()"
                        + " order by created_at limit " + AT_ONCE + " for update skip locked)"
                        + " returning id, recipient, subject, body, sealed, html, files"),
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    Optional<String> sealed = Optional.ofNullable(row.getString(5));
                    String text = sealed.map(content -> vault.open(tenant, MailQueue.purpose(id), content))
                            .orElse(Optional.ofNullable(row.getString(4)).orElse(""));
                    return new Claimed(
                            id,
                            new Mail(
                                    row.getString(2),
                                    row.getString(3),
                                    text,
                                    Optional.ofNullable(row.getString(6)),
                                    List.of((UUID[]) row.getArray(7).getArray()),
                                    sealed.isPresent()));
                }));
    }

    void sent(Tenant tenant, UUID id) {
        database.transaction(sql -> sql.update(Sql.of(
                "update " + MailQueue.table(tenant)
                        + " set status = 'sent', sent_at = now(), sealed = null, error = null, version = version + 1"
                        + " where id = ?",
                SqlValue.uuid(id))));
    }

    /** The address takes no mail: another attempt would change nothing. */
    void bounced(Tenant tenant, UUID id, String error) {
        database.transaction(sql -> sql.update(Sql.of(
                "update " + MailQueue.table(tenant)
                        + " set status = 'bounced', error = ?, sealed = null, version = version + 1 where id = ?",
                SqlValue.text(error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error),
                SqlValue.uuid(id))));
    }

    void failed(Tenant tenant, UUID id, String error) {
        database.transaction(sql -> sql.update(Sql.of(
                "update " + MailQueue.table(tenant)
                        + " set error = ?, version = version + 1, status = case when attempts >= " + MOST_ATTEMPTS
                        + " then 'failed' else status end where id = ?",
                SqlValue.text(error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error),
                SqlValue.uuid(id))));
    }
}
