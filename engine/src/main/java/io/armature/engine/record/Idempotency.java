package io.armature.engine.record;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.db.Transaction;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a day which record a request with an {@code Idempotency-Key} made. A second request with the same key
 * waits for the first one's transaction, since both put the same key into a unique index.
 */
final class Idempotency {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Transaction transaction;
    private final RequestContext context;
    private final String table;

    Idempotency(Transaction transaction, RequestContext context) {
        this.transaction = transaction;
        this.context = context;
        this.table = table(context);
    }

    private record Kept(byte[] hash, @Nullable UUID record) {}

    /**
     * Takes the key, or tells which record it made before.
     *
     * @throws ProblemException when the key was used for another request
     */
    Optional<UUID> claim(IdempotencyKey key, Instant now) {
        forget(now);
        int claimed = transaction.update(Sql.of(
                "insert into " + table + " (actor, key, request_hash, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                actor(),
                SqlValue.text(key.key()),
                new SqlValue(key.requestHash(), "bytea"),
                SqlValue.instant(now)));
        return claimed == 1 ? Optional.empty() : Optional.of(made(key));
    }

    /** The statement that notes what a request made. */
    static Sql made(RequestContext context, IdempotencyKey key, UUID record) {
        return Sql.of(
                "update " + table(context) + " set record = ? where actor = ? and key = ?",
                SqlValue.uuid(record),
                SqlValue.uuid(context.user().id()),
                SqlValue.text(key.key()));
    }

    private UUID made(IdempotencyKey key) {
        Kept kept = transaction.one(
                Sql.of(
                        "select request_hash, record from " + table + " where actor = ? and key = ?",
                        actor(),
                        SqlValue.text(key.key())),
                row -> new Kept(row.getBytes(1), row.getObject(2, UUID.class)));
        if (!Arrays.equals(kept.hash(), key.requestHash()) || kept.record() == null) {
            throw new ProblemException(Problem.inValue(ProblemCode.IDEMPOTENCY_MISMATCH, ""));
        }
        return kept.record();
    }

    private void forget(Instant now) {
        transaction.update(Sql.of(
                "delete from " + table + " where (actor, key) in (select actor, key from " + table
                        + " where created_at < ? limit " + FORGOTTEN_AT_ONCE + " for update skip locked)",
                SqlValue.instant(now.minus(KEPT))));
    }

    private static String table(RequestContext context) {
        return Identifiers.quote(context.schema(), "sys$idempotency");
    }

    private SqlValue actor() {
        return SqlValue.uuid(context.user().id());
    }
}
