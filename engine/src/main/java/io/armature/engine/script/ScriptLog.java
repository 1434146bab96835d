package io.armature.engine.script;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what functions of packs log, in {@code sys.script_log}: by itself and a moment later, so that it is there also when the
 * transaction is not. Safe for many threads.
 */
public final class ScriptLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptLog.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final int MOST = 10_000;

    private final Database database;
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scripts-log").daemon().factory());
    private List<Entry> waiting = new ArrayList<>();

    public ScriptLog(Database database) {
        this.database = database;
        flushing.scheduleWithFixedDelay(this::flush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Entry(Tenant tenant, String hook, Instant at, String request, Call.Line line) {}

    /** Takes in what a call logged; never waits. */
    void add(Call call) {
        if (call.lines().isEmpty()) {
            return;
        }
        call.view().ifPresent(scene -> {
            String hook = call.pack() + "." + call.definition().name() + ":" + call.point();
            // A microsecond apart, so that they can be read in their order.
            Instant at = scene.now();
            synchronized (this) {
                for (Call.Line line : call.lines()) {
                    if (waiting.size() < MOST) {
                        waiting.add(new Entry(
                                scene.context().tenant(),
                                hook,
                                at,
                                scene.context().requestId(),
                                line));
                        at = at.plus(1, ChronoUnit.MICROS);
                    }
                }
            }
        });
    }

    /** Keeps what waits. */
    public void flush() {
        List<Entry> taken;
        synchronized (this) {
            taken = waiting;
            waiting = new ArrayList<>();
        }
        Map<Tenant, List<Entry>> byTenant = taken.stream().collect(Collectors.groupingBy(Entry::tenant));
        byTenant.forEach((tenant, entries) -> {
            try {
                database.transaction(sql -> sql.update(insert(tenant, entries)));
            } catch (DatabaseException refused) {
                LOG.warn("What hooks of tenant {} logged cannot be kept: {}", tenant.name(), refused.getMessage());
            }
        });
    }

    private static Sql insert(Tenant tenant, List<Entry> entries) {
        return Sql.of(
                "insert into " + Identifiers.quote(tenant.schema(), "sys$script_log")
                        + " (hook, at, request_id, level, message) select * from unnest(?::text[], ?::timestamptz[],"
                        + " ?::text[], ?::text[], ?::text[])",
                SqlValue.texts(entries.stream().map(Entry::hook).toList()),
                SqlValue.texts(
                        entries.stream().map(entry -> entry.at().toString()).toList()),
                SqlValue.texts(entries.stream().map(Entry::request).toList()),
                SqlValue.texts(
                        entries.stream().map(entry -> entry.line().level()).toList()),
                SqlValue.texts(entries.stream()
                        .map(entry -> entry.line().message().replace("\u0000", ""))
                        .toList()));
    }

    @Override
    public void close() {
        flushing.shutdown();
        flush();
    }
}
