package io.armature.engine.mail;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import java.math.BigDecimal;
import java.time.Duration;
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
    /** How soon a tenant without anything to send is looked at again, in case that a message was lost. */
    private static final Duration IDLE = Duration.ofHours(1);

    private final Database database;
    private final Vault vault;

    MailStore(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A mail that is this node's to send. */
    record Claimed(UUID id, Mail mail) {}

    /** Whether a node that starts, after nobody sent, has something to look for. */
    void wake() {
        database.transaction(
                sql -> sql.update(Sql.of("update armature.mail_due set due_at = now() where due_at > now()")));
    }

    /** The tenant that has waited longest; it is this node's for a minute. */
    Optional<String> dueTenant() {
        return database.transaction(sql -> sql.first(
                Sql.of("update armature.mail_due set due_at = now() + interval '1 minute' where tenant = (select tenant"
                        + " from armature.mail_due where due_at <= now() order by due_at limit 1 for update skip locked)"
                        + " returning tenant"),
                row -> row.getString(1)));
    }

    /** Says when to look at the tenant again. */
    void finish(Tenant tenant) {
        database.transaction(sql -> {
            sql.list(
                    Sql.of("select 1 from armature.mail_due where tenant = ? for update", SqlValue.text(tenant.name())),
                    row -> tenant);
            return sql.update(Sql.of(
                    "update armature.mail_due set due_at = least(now() + make_interval(secs => ?), coalesce((select"
                            + " greatest(min(next_attempt_at), now()) from " + MailQueue.table(tenant)
                            + " where status = 'waiting'), 'infinity')) where tenant = ?",
                    SqlValue.decimal(BigDecimal.valueOf(IDLE.toSeconds())),
                    SqlValue.text(tenant.name())));
        });
    }

    List<Claimed> claim(Tenant tenant) {
        return database.transaction(sql -> sql.list(
                Sql.of("update " + MailQueue.table(tenant) + " set attempts = attempts + 1, next_attempt_at ="
                        + " now() + interval '1 minute' * power(2, least(attempts, 6)) where id in (select id from "
                        + MailQueue.table(tenant) + " where status = 'waiting' and next_attempt_at <= now()"
                        + " order by created_at limit " + AT_ONCE + " for update skip locked)"
                        + " returning id, recipient, subject, body, sealed"),
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    Optional<String> sealed = Optional.ofNullable(row.getString(5));
                    String text = sealed.map(content -> vault.open(tenant, MailQueue.purpose(id), content))
                            .orElse(Optional.ofNullable(row.getString(4)).orElse(""));
                    return new Claimed(id, new Mail(row.getString(2), row.getString(3), text, sealed.isPresent()));
                }));
    }

    void sent(Tenant tenant, UUID id) {
        database.transaction(sql -> sql.update(Sql.of(
                "update " + MailQueue.table(tenant)
                        + " set status = 'sent', sent_at = now(), sealed = null, error = null, version = version + 1"
                        + " where id = ?",
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
