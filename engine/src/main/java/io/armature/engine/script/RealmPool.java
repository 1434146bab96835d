package io.armature.engine.script;

import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Realms that wait for their next call. None serves two packs, two versions of one, or two tenants, so that nothing a pack
 * leaves behind is seen elsewhere. Safe for many threads.
 */
final class RealmPool implements AutoCloseable {

    /** Realms that wait at once; each holds about a megabyte. */
    private static final int MOST = 64;

    private final Map<Key, Deque<Realm>> waiting = new ConcurrentHashMap<>();
    private final Watch watch;
    private final Optional<Integer> inspector;
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable ScriptEngine engine;

    RealmPool() {
        this.watch = new Watch();
        this.inspector = Optional.empty();
    }

    private RealmPool(int inspector) {
        this.watch = Watch.patient();
        this.inspector = Optional.of(inspector);
    }

    /** Realms that a debugger looks into. Nobody hurries it: time and memory are not looked at. */
    static RealmPool inspected(int port) {
        return new RealmPool(port);
    }

    /**
     * For whom a realm is.
     *
     * @param digest of the model
     */
    record Key(String tenant, String digest, String pack) {}

    Realm take(Key key) {
        Deque<Realm> ready = waiting.get(key);
        Realm realm = ready == null ? null : ready.pollFirst();
        if (realm != null) {
            count.decrementAndGet();
            return realm;
        }
        return engine().realm(watch);
    }

    void give(Key key, Realm realm) {
        if (realm.isClosed()) {
            return;
        }
        waiting.computeIfAbsent(key, any -> new ConcurrentLinkedDeque<>()).addFirst(realm);
        if (count.incrementAndGet() > MOST) {
            makeRoom(key);
        }
    }

    /** Away with a realm of somebody else, or with the oldest of the same. */
    private void makeRoom(Key kept) {
        for (Iterator<Map.Entry<Key, Deque<Realm>>> entries = waiting.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<Key, Deque<Realm>> entry = entries.next();
            if (entry.getKey().equals(kept) && waiting.size() > 1) {
                continue;
            }
            Realm oldest = entry.getValue().pollLast();
            if (oldest == null) {
                entries.remove();
            } else {
                count.decrementAndGet();
                oldest.close();
                return;
            }
        }
    }

    private synchronized ScriptEngine engine() {
        ScriptEngine known = engine;
        if (known == null) {
            known = new ScriptEngine(inspector);
            engine = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        waiting.clear();
        watch.close();
        if (engine != null) {
            // Something may be stuck in a builtin that does not look up: nobody waits for that.
            Thread.ofPlatform().name("scripts-end").daemon().start(engine::close);
        }
    }
}
