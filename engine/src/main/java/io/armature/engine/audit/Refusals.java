package io.armature.engine.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes attempts that were refused. They can come by the thousands, so those that are alike within a second become one
 * entry with their count; none is left out of the counts. Kept a second later at the latest, and at the end. Safe for many
 * threads.
 */
public final class Refusals implements AutoCloseable {

    /** What happens to attempts, in the trail. */
    public static final String DENIED = "denied";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int MOST_KINDS = 1000;

    /** Undefined table and undefined schema. */
    private static final Set<String> GONE = Set.of("42P01", "3F000");

    private static final int MOST_TEXT = 200;

    private final Database database;
    private final Audit audit;
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("refusals").daemon().factory());
    private Map<Kind, Seen> waiting = new LinkedHashMap<>();

    public Refusals(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
        flushing.scheduleWithFixedDelay(
                this::tryFlush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A refused attempt.
     *
     * @param actor who tried, if that is known
     * @param what the method and path, or another short word for it
     * @param code of the problem that it was answered
     */
    public record Attempt(Tenant tenant, Optional<UUID> actor, Origin origin, String what, String code) {}

    private record Kind(Tenant tenant, Optional<UUID> actor, String address, String what, String code) {}

    private record Seen(Origin first, int count) {}

    /** Takes an attempt in; never waits. */
    public synchronized void add(Attempt attempt) {
        String what =
                attempt.what().substring(0, Math.min(MOST_TEXT, attempt.what().length()));
        Kind kind = new Kind(attempt.tenant(), attempt.actor(), attempt.origin().address(), what, attempt.code());
        if (waiting.size() >= MOST_KINDS && !waiting.containsKey(kind)) {
            kind = new Kind(attempt.tenant(), Optional.empty(), "", "many different attempts", attempt.code());
        }
        waiting.merge(kind, new Seen(attempt.origin(), 1), (known, one) -> new Seen(known.first(), known.count() + 1));
    }

    private void tryFlush() {
        try {
            flush();
        } catch (DatabaseException away) {
            LOG.warn("Refused attempts cannot be kept now: {}", away.getMessage());
        }
    }

    /** Keeps what waits. What cannot be kept now waits on, unless its tenant is gone. */
    public void flush() {
        Map<Tenant, Map<Kind, Seen>> byTenant = new LinkedHashMap<>();
        take().forEach((kind, seen) -> byTenant.computeIfAbsent(kind.tenant(), any -> new LinkedHashMap<>())
                .put(kind, seen));
        List<DatabaseException> failures = new ArrayList<>();
        byTenant.forEach((tenant, kinds) -> keep(tenant, kinds).ifPresent(failures::add));
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private Optional<DatabaseException> keep(Tenant tenant, Map<Kind, Seen> kinds) {
        List<AuditEntry> entries = new ArrayList<>();
        kinds.forEach((kind, seen) -> entries.add(entry(kind, seen)));
        try {
            database.transaction(sql -> {
                audit.note(sql, tenant, entries);
                return tenant;
            });
            return Optional.empty();
        } catch (DatabaseException refused) {
            if (GONE.contains(refused.state())) {
                return Optional.empty();
            }
            giveBack(kinds);
            return Optional.of(refused);
        }
    }

    private synchronized Map<Kind, Seen> take() {
        Map<Kind, Seen> taken = waiting;
        waiting = new LinkedHashMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<Kind, Seen> taken) {
        taken.forEach((kind, seen) ->
                waiting.merge(kind, seen, (one, other) -> new Seen(other.first(), one.count() + other.count())));
    }

    private static AuditEntry entry(Kind kind, Seen seen) {
        ObjectNode details = JsonNodeFactory.instance
                .objectNode()
                .put("attempt", kind.what())
                .put("code", kind.code())
                .put("count", seen.count());
        Origin origin = kind.address().isEmpty() ? Origin.of("") : seen.first();
        AuditEntry entry = AuditEntry.of(DENIED, "", origin).with(details.toString());
        return kind.actor().map(entry::by).orElse(entry);
    }

    @Override
    public void close() {
        flushing.shutdown();
        tryFlush();
    }
}
