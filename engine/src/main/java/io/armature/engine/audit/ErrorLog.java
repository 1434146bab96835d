package io.armature.engine.audit;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts failures of the engine by their cause, for each tenant. A failure in a loop costs one row and one statement a
 * second. Safe for many threads.
 */
public final class ErrorLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorLog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("errors").daemon().factory());
    private Map<Key, Seen> waiting = new HashMap<>();

    public ErrorLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        flushing.scheduleWithFixedDelay(this::flush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Key(Tenant tenant, String fingerprint) {}

    private record Seen(FailureCause cause, String request, int count, Instant first, Instant last) {}

    /** Takes a failure in; never waits. */
    public void add(Tenant tenant, Throwable failure, String request) {
        FailureCause cause = FailureCause.of(failure);
        Key key = new Key(tenant, cause.fingerprint());
        Instant now = clock.instant();
        synchronized (this) {
            if (waiting.size() < MOST || waiting.containsKey(key)) {
                waiting.merge(
                        key,
                        new Seen(cause, request, 1, now, now),
                        (known, one) -> new Seen(known.cause(), request, known.count() + 1, known.first(), one.last()));
            }
        }
    }

    /** Keeps what waits. */
    public void flush() {
        Map<Key, Seen> taken;
        synchronized (this) {
            taken = waiting;
            waiting = new HashMap<>();
        }
        taken.forEach((key, seen) -> {
            try {
                database.transaction(sql -> {
                    put(sql, key, seen);
                    return key;
                });
            } catch (DatabaseException refused) {
                LOG.warn("A failure of {} cannot be kept: {}", key.tenant().name(), refused.getMessage());
            }
        });
    }

    private static void put(SqlRunner sql, Key key, Seen seen) {
        sql.update(Sql.of(
                "insert into " + Identifiers.quote(key.tenant().schema(), "sys$error")
                        + " as e (fingerprint, message, cause, count, first_at, last_at, request_id, trace)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (fingerprint) do update set"
                        + " count = e.count + excluded.count, last_at = excluded.last_at, trace = excluded.trace,"
                        + " request_id = excluded.request_id, version = e.version + 1, updated_at = now()",
                SqlValue.text(key.fingerprint()),
                SqlValue.text(seen.cause().message()),
                SqlValue.text(seen.cause().cause()),
                SqlValue.integer((long) seen.count()),
                SqlValue.instant(seen.first()),
                SqlValue.instant(seen.last()),
                SqlValue.text(seen.request()),
                SqlValue.text(seen.cause().trace())));
    }

    @Override
    public void close() {
        flushing.shutdown();
        flush();
    }
}
