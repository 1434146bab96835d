package io.armature.engine.due;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.due.DueBook.DueKey;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.tenant.TenantLog;
import io.armature.engine.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the book says is due, each piece on one node, some of each kind at a time. All nodes look once a second, by one
 * statement however many tenants there are; the node that made work due looks at once. What a node had when it died is taken
 * over.
 */
public final class DueRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);
    /** Of each kind, so that slow work of one kind does not hold up others. */
    private static final int AT_ONCE = 4;

    private static final Duration LOOKING = Duration.ofSeconds(1);
    private static final Duration RENEWING = Duration.ofSeconds(4);
    /** So that a burst of notes costs one look. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final DueBook book;
    private final DueStore store;
    private final Tenants tenants;
    private final Map<String, DueWork> works;
    private final Clock clock;
    private final Set<DueKey> running = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread looking = Thread.ofPlatform().name("due").daemon().unstarted(this::look);
    private final Thread renewing =
            Thread.ofPlatform().name("due-renewal").daemon().unstarted(this::renew);

    /** @param works one of each kind */
    public DueRunner(Database database, DueBook book, Tenants tenants, Collection<DueWork> works, Clock clock) {
        this.book = book;
        this.store = new DueStore(database);
        this.tenants = tenants;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(DueWork::kind, Function.identity()));
        this.clock = clock;
    }

    /** Begins, on threads of its own. */
    public void start() {
        book.onWake(wake::release);
        looking.start();
        renewing.start();
    }

    /** Has all work of a kind looked at that waits for later: its circumstances are other ones now. */
    public void wake(String kind) {
        store.wake(kind, clock.instant());
        wake.release();
    }

    private void look() {
        try {
            while (!Thread.interrupted()) {
                if (wake.tryAcquire(LOOKING.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHERING);
                    wake.drainPermits();
                }
                begin();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        try {
            Map<String, Integer> free = free();
            if (!free.isEmpty()) {
                store.claim(clock.instant(), free, book.hints()).forEach(this::begin);
            }
        } catch (DatabaseException away) {
            LOG.warn("Due work waits: {}", away.getMessage());
        }
    }

    private void begin(DueKey key) {
        running.add(key);
        book.taken(key);
        threads.execute(() -> {
            try (var _ = TenantLog.of(key.tenant())) {
                run(key);
            }
        });
    }

    /** How much of each kind can be begun, kinds left out of which there is enough. */
    private Map<String, Integer> free() {
        Map<String, Integer> free = new HashMap<>();
        works.keySet().forEach(kind -> free.put(kind, AT_ONCE));
        running.forEach(key -> free.merge(key.kind(), -1, Integer::sum));
        free.values().removeIf(places -> places <= 0);
        return free;
    }

    private void run(DueKey key) {
        Optional<Instant> next = Optional.of(clock.instant().plus(AFTER_FAILURE));
        try {
            next = tenants.named(key.tenant()).flatMap(tenant -> run(key, tenant));
        } catch (RuntimeException failed) {
            LOG.warn("Work {} of tenant {} failed and is tried again", key.kind(), key.tenant(), failed);
        } finally {
            finish(key, next);
            running.remove(key);
            // Others of the kind may have waited for this one's place.
            wake.release();
        }
    }

    private Optional<Instant> run(DueKey key, Tenant tenant) {
        Instant now = clock.instant();
        return switch (tenant.state()) {
            case ACTIVE -> Optional.ofNullable(works.get(key.kind())).flatMap(found -> found.run(tenant, now));
            // The database had it active: this node has yet to hear of it, or it was put to rest a moment ago.
            case SUSPENDED, DELETED -> Optional.of(now.plus(LOOKING));
        };
    }

    private void finish(DueKey key, Optional<Instant> next) {
        try {
            store.finish(key, next);
        } catch (DatabaseException away) {
            LOG.warn("Work {} of tenant {} is looked at again: {}", key.kind(), key.tenant(), away.getMessage());
        }
    }

    private void renew() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(RENEWING);
                if (!running.isEmpty()) {
                    renewNow();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewNow() {
        try {
            store.renew(Set.copyOf(running));
        } catch (DatabaseException away) {
            LOG.warn("Other nodes may take over what this one does: {}", away.getMessage());
        }
    }

    @Override
    public void close() {
        looking.interrupt();
        renewing.interrupt();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
