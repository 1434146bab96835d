package io.armature.engine.identity;

import io.armature.engine.db.Signals;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Remembers for a few seconds whose a credential is, so that most requests ask no database. Forgets all of a tenant when
 * any node says that users, groups or sessions changed there. Safe for many threads.
 */
public final class CallerCache {

    private static final String TOPIC = "identity";
    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final int MOST_OF_A_TENANT = 20_000;

    private final Clock clock;
    private final Map<String, Remembered> tenants = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public CallerCache(Clock clock, Signals signals) {
        this.clock = clock;
        signals.subscribe(TOPIC, new Signals.Listener() {
            @Override
            public void heard(String schema) {
                clear(schema);
            }

            @Override
            public void look() {
                // Entries are short-lived: nothing that was missed lasts.
            }
        });
    }

    private record Entry(User user, Instant until) {}

    /** What is remembered of a tenant, and how often it was forgotten. */
    private record Remembered(Map<Credential, Entry> entries, AtomicLong generation) {}

    Optional<User> get(Tenant tenant, Credential credential) {
        Entry entry = of(tenant.schema()).entries().get(credential);
        return entry == null || entry.until().isBefore(clock.instant()) ? Optional.empty() : Optional.of(entry.user());
    }

    /** Counts the times that everything of the tenant was forgotten. */
    long generation(Tenant tenant) {
        return of(tenant.schema()).generation().get();
    }

    /** Remembers what was read from the database, unless things changed since {@code asOf}. */
    void put(Tenant tenant, Credential credential, User user, long asOf) {
        Remembered remembered = of(tenant.schema());
        if (remembered.entries().size() >= MOST_OF_A_TENANT) {
            remembered.entries().clear();
        }
        remembered.entries().put(credential, new Entry(user, clock.instant().plus(LIFETIME)));
        if (remembered.generation().get() != asOf) {
            remembered.entries().remove(credential);
        }
    }

    /** Makes every node forget once the transaction is kept; this one before whoever writes gets his answer. */
    public void forget(Transaction transaction, Tenant tenant) {
        announce(transaction, tenant);
        transaction.afterCommit(() -> clear(tenant.schema()));
    }

    /** Tells every node, this one too, that what it remembers of the tenant's users is old. */
    static void announce(SqlRunner transaction, Tenant tenant) {
        Signals.send(transaction, TOPIC, tenant.schema());
    }

    /** Forgets what this node remembers of a tenant. */
    public void forget(Tenant tenant) {
        clear(tenant.schema());
    }

    /** Tells of every time that a tenant's callers are forgotten, by its schema. */
    public void onForget(Consumer<String> listener) {
        listeners.add(listener);
    }

    private void clear(String schema) {
        Remembered remembered = of(schema);
        remembered.generation().incrementAndGet();
        remembered.entries().clear();
        listeners.forEach(listener -> listener.accept(schema));
    }

    private Remembered of(String schema) {
        return tenants.computeIfAbsent(schema, any -> new Remembered(new ConcurrentHashMap<>(), new AtomicLong()));
    }
}
