package io.armature.engine.script;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What functions of packs cost: calls, failures, time, statements and SQL of each function and day, in {@code sys.hook_cost}.
 * Added up in memory and written every few seconds; nodes add to one another. Safe for many threads.
 */
public final class HookCosts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HookCosts.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Database database;
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scripts-costs").daemon().factory());
    private Map<Key, Cost> waiting = new HashMap<>();

    public HookCosts(Database database) {
        this.database = database;
        flushing.scheduleWithFixedDelay(this::flush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Key(Tenant tenant, String hook, LocalDate day) {}

    /** Takes in what a call has cost; never waits for the database. */
    void add(Call call, boolean failed) {
        Optional<Scene> scene = call.view();
        if (scene.isEmpty()) {
            return;
        }
        Key key = new Key(
                scene.get().context().tenant(),
                call.pack() + "." + call.definition().name() + ":" + call.point(),
                scene.get().now().atZone(ZoneOffset.UTC).toLocalDate());
        long nanoseconds = call.nanoseconds();
        synchronized (this) {
            waiting.computeIfAbsent(key, any -> new Cost()).add(nanoseconds, call.statements(), call.sql(), failed);
        }
    }

    /** Writes what waits. */
    public void flush() {
        Map<Key, Cost> taken;
        synchronized (this) {
            taken = waiting;
            waiting = new HashMap<>();
        }
        taken.forEach((key, cost) -> {
            try {
                database.transaction(sql -> {
                    put(sql, key, cost);
                    return key;
                });
            } catch (DatabaseException refused) {
                LOG.warn(
                        "The costs of hooks of tenant {} cannot be kept: {}",
                        key.tenant().name(),
                        refused.getMessage());
            }
        });
    }

    private static void put(SqlRunner sql, Key key, Cost cost) {
        String table = Identifiers.quote(key.tenant().schema(), "sys$hook_cost");
        List<Long> spread = sql.one(
                Sql.of(
                        "insert into " + table
                                + " as h (hook, day, calls, failures, time_spent, statements, sql, spread)"
                                + " values (?, ?, ?, ?, make_interval(secs => ?), ?, ?, ?) on conflict (hook, day) do update set"
                                + " calls = h.calls + excluded.calls, failures = h.failures + excluded.failures,"
                                + " time_spent = h.time_spent + excluded.time_spent,"
                                + " statements = h.statements + excluded.statements, sql = h.sql + excluded.sql,"
                                + " spread = (select array_agg(a + b order by place) from"
                                + " unnest(h.spread, excluded.spread) with ordinality as both_(a, b, place)),"
                                + " version = h.version + 1, updated_at = now() returning spread",
                        SqlValue.text(key.hook()),
                        SqlValue.date(key.day()),
                        SqlValue.integer(cost.calls()),
                        SqlValue.integer(cost.failures()),
                        SqlValue.decimal(cost.seconds()),
                        SqlValue.integer(cost.statements()),
                        SqlValue.integer(cost.sql()),
                        new SqlValue(LongStream.of(cost.spread()).boxed().toList(), "bigint[]")),
                row -> List.of((Long[]) row.getArray(1).getArray()));
        sql.update(Sql.of(
                "update " + table + " set p50 = ?, p99 = ? where hook = ? and day = ?",
                SqlValue.decimal(Cost.percentile(spread, 50)),
                SqlValue.decimal(Cost.percentile(spread, 99)),
                SqlValue.text(key.hook()),
                SqlValue.date(key.day())));
    }

    @Override
    public void close() {
        flushing.shutdown();
        flush();
    }
}
