package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.Transaction;
import io.armature.engine.db.Work;
import io.armature.engine.query.read.OneReading;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.PreparedWrite;
import io.armature.engine.write.RecordWriter;
import io.armature.engine.write.WriteOptions;
import io.armature.engine.write.Written;
import io.armature.metadata.model.Entity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes records, each call in a transaction of its own. Safe for many threads. */
public final class Records {

    private static final int ATTEMPTS = 4;
    private static final Set<String> WORTH_ANOTHER = Set.of("40001", "40P01");

    private final Database database;
    private final RecordWriter writer;
    private final RecordReads reads;
    private final Clock clock;

    public Records(Database database, RecordWriter writer, RecordReads reads, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.reads = reads;
        this.clock = clock;
    }

    /** Makes a record. */
    public Answer create(RequestContext context, Entity entity, JsonNode json, Asked asked) {
        ChangeReader reader = new ChangeReader(context.model(), asked.options().privileged());
        Change change = reader.create(entity, json, "");
        reader.finish();
        return once(context, change, asked, Written.Outcome.CREATED);
    }

    /** Makes one change to one record. */
    public Answer change(RequestContext context, Change change, Asked asked) {
        return once(context, change, asked, Written.Outcome.UPDATED);
    }

    /** Takes a transition: the record moves, or a new one is made of it. */
    public Answer take(RequestContext context, Change.Transition step, Asked asked) {
        if (!writer.copies(context, step)) {
            return change(context, step, asked);
        }
        WriteOptions options = asked.options();
        Asked copying =
                new Asked(new WriteOptions(options.dryRun(), options.maximum(), true), asked.show(), asked.key());
        return once(
                context,
                transaction -> writer.copy(context, transaction, step, options),
                copying,
                Written.Outcome.CREATED,
                step.entity());
    }

    /** A request with a key that was used before is answered as then, and does nothing. */
    private Answer once(RequestContext context, Change change, Asked asked, Written.Outcome outcome) {
        return once(context, transaction -> change, asked, outcome, change.entity());
    }

    private Answer once(
            RequestContext context, Work<Change> change, Asked asked, Written.Outcome outcome, Entity entity) {
        return transaction(asked.options(), transaction -> {
            Optional<UUID> done =
                    asked.key().flatMap(key -> new Idempotency(transaction, context).claim(key, clock.instant()));
            if (done.isPresent()) {
                Written before = new Written(entity, "", done.get(), 0, outcome, false);
                Optional<OneRecord> shown = asked.show()
                        .flatMap(query -> reads.one(context, transaction, query, done.get())
                                .map(record -> reads.shown(context, query, record)));
                return new Answer(before, shown);
            }
            return answer(context, transaction, change.run(transaction), asked);
        });
    }

    /** Makes several changes, all or none. */
    public List<Written> changeAll(RequestContext context, List<? extends Change> changes, WriteOptions options) {
        return transaction(options, transaction -> writer.write(context, transaction, changes, options));
    }

    /** Makes several changes inside a transaction that the caller holds, all or none. */
    public List<Written> changeAll(
            RequestContext context, Transaction transaction, List<? extends Change> changes, WriteOptions options) {
        return writer.write(context, transaction, changes, options);
    }

    /** Does work that writes in one transaction, again when another transaction got in its way. */
    public <T> T transaction(WriteOptions options, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.transaction(transaction -> {
                    if (options.dryRun()) {
                        transaction.rollbackOnly();
                    }
                    return work.run(transaction);
                });
            } catch (DatabaseException refused) {
                if (attempt == ATTEMPTS || !WORTH_ANOTHER.contains(refused.state())) {
                    throw refused;
                }
            }
        }
    }

    /** Writes one record and reads it back; this ends the transaction, to spare a round trip. */
    private Answer answer(RequestContext context, Transaction transaction, Change change, Asked asked) {
        PreparedWrite prepared = writer.prepare(context, transaction, List.of(change), asked.options());
        Written written = prepared.written().getFirst();
        List<Sql> last = new ArrayList<>();
        asked.key().ifPresent(key -> last.add(Idempotency.made(context, key, written.id())));
        Optional<OneReading> reading = written.outcome() == Written.Outcome.DELETED
                ? Optional.empty()
                : asked.show().flatMap(query -> reads.reading(context, query, written.id()));
        reading.map(OneReading::statement).ifPresent(last::add);
        prepared.finish(last, row -> {
            if (reading.isPresent()) {
                reading.get().visit(row);
            }
        });
        return new Answer(
                written,
                reading.flatMap(OneReading::record)
                        .flatMap(record -> asked.show().map(query -> reads.shown(context, query, record))));
    }
}
