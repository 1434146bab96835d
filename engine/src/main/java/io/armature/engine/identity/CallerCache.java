package io.armature.engine.identity;

import io.armature.engine.db.Signals;
import io.armature.engine.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers for a few seconds whose a credential is, so that most requests ask no database. Forgets everything when
 * any node says that users or sessions changed. Safe for many threads.
 */
public final class CallerCache {

    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    public CallerCache(Clock clock, Signals signals) {
        this.clock = clock;
        signals.subscribe(Users.TOPIC, new Signals.Listener() {
            @Override
            public void heard(String message) {
                clear();
            }

            @Override
            public void look() {
                // Entries are short-lived: nothing that was missed lasts.
            }
        });
    }

    private record Key(String tenant, Credential credential) {}

    private record Entry(User user, Instant until) {}

    Optional<User> get(Tenant tenant, Credential credential) {
        Entry entry = entries.get(new Key(tenant.name(), credential));
        return entry == null || entry.until().isBefore(clock.instant()) ? Optional.empty() : Optional.of(entry.user());
    }

    /** Counts the times that everything was forgotten. */
    long generation() {
        return generation.get();
    }

    /** Remembers what was read from the database, unless things changed since {@code asOf}. */
    void put(Tenant tenant, Credential credential, User user, long asOf) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        Key key = new Key(tenant.name(), credential);
        entries.put(key, new Entry(user, clock.instant().plus(LIFETIME)));
        if (generation.get() != asOf) {
            entries.remove(key);
        }
    }

    void clear() {
        generation.incrementAndGet();
        entries.clear();
    }
}
