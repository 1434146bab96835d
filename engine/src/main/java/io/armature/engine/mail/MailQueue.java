package io.armature.engine.mail;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.due.DueBook;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.Vault;
import io.armature.metadata.expression.Identifiers;
import java.util.UUID;

/** Takes mail that shall be sent once a transaction is kept. Safe for many threads. */
public final class MailQueue {

    /** The kind of due work that sends. */
    public static final String KIND = "mail";

    private final Vault vault;
    private final DueBook book;

    public MailQueue(Vault vault, DueBook book) {
        this.vault = vault;
        this.book = book;
    }

    /** Puts a mail into the tenant's queue; all nodes are told when the transaction is kept. */
    public void add(SqlRunner transaction, Tenant tenant, Mail mail) {
        UUID id = UUID.randomUUID();
        transaction.update(Sql.of(
                "insert into " + table(tenant) + " (id, recipient, subject, body, sealed, html, files)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                SqlValue.uuid(id),
                SqlValue.text(mail.recipient()),
                SqlValue.text(mail.subject()),
                SqlValue.text(mail.confidential() ? null : mail.text()),
                SqlValue.text(mail.confidential() ? vault.seal(tenant, purpose(id), mail.text()) : null),
                SqlValue.text(mail.confidential() ? null : mail.html().orElse(null)),
                SqlValue.uuids(mail.files())));
        book.note(transaction, tenant, KIND);
    }

    /**
     * Has a mail sent once more that is in the queue or was.
     *
     * @return false when there is none, or its text is not kept
     */
    public boolean again(SqlRunner transaction, Tenant tenant, UUID id) {
        boolean found = transaction.update(Sql.of(
                        "update " + table(tenant) + " set status = 'waiting', attempts = 0, next_attempt_at = now(),"
                                + " error = null, version = version + 1 where id = ? and body is not null",
                        SqlValue.uuid(id)))
                > 0;
        book.note(transaction, tenant, KIND);
        return found;
    }

    static String purpose(UUID mail) {
        return "sys.mail:" + mail;
    }

    static String table(Tenant tenant) {
        return Identifiers.quote(tenant.schema(), "sys$mail");
    }
}
