package io.armature.engine.event;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.engine.due.DueBook;
import io.armature.engine.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table in which events wait for delivery. Their order there is their order of leaving. Safe for many threads.
 *
 * <p>Plain writes must not pay for delivery: the node that wrote delivers at once, which costs the write nothing. For the case
 * that the node dies in between, a note that comes due a little later is written with the first of many writes.
 */
public final class Outbox {

    public static final String TABLE = "sys$outbox";

    /** The kind of due work that delivers. */
    static final String KIND = "outbox";

    /** When another node looks whether this one left something. */
    private static final Duration NET = Duration.ofSeconds(20);

    /** For how long writes rely on the note of another; shorter, as they take their time. */
    private static final Duration RELIANCE = Duration.ofSeconds(10);

    private final DueBook book;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    public Outbox(DueBook book) {
        this.book = book;
    }

    /** Puts an event into the outbox; it leaves when the transaction is kept. */
    public void add(Transaction transaction, Tenant tenant, Event event) {
        expect(transaction, tenant, event.at()).ifPresent(transaction::update);
        transaction.update(OutboxSql.insert(tenant, event));
    }

    /**
     * Has the events delivered that a transaction writes into the table by {@link #row}.
     *
     * @return a statement that the transaction has to send too, if it is one of the few
     */
    public Optional<Sql> expect(Transaction transaction, Tenant tenant, Instant now) {
        Instant relied = noted.get(tenant.name());
        boolean note = relied == null || relied.isBefore(now);
        transaction.afterCommit(() -> {
            if (note) {
                noted.put(tenant.name(), now.plus(RELIANCE));
            }
            book.hint(tenant, KIND);
        });
        return note ? Optional.of(book.noting(tenant, KIND, now.plus(NET))) : Optional.empty();
    }

    /** The row of an event, by column. */
    public static SequencedMap<String, SqlValue> row(Event event) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        Optional<Event.Subject> subject = event.subject();
        row.put("id", SqlValue.uuid(event.id()));
        row.put("at", SqlValue.instant(event.at()));
        row.put("event", SqlValue.text(event.name()));
        row.put("entity", SqlValue.text(subject.map(Event.Subject::entity).orElse(null)));
        row.put("record", SqlValue.uuid(subject.map(Event.Subject::record).orElse(null)));
        row.put("version", SqlValue.integer(subject.map(Event.Subject::version).orElse(0L)));
        row.put("actor", SqlValue.uuid(event.actor()));
        row.put("changes", new SqlValue(event.changes(), "jsonb"));
        row.put("details", new SqlValue(event.details(), "jsonb"));
        row.put("request", SqlValue.text(event.request()));
        return row;
    }
}
