package io.armature.engine.stream;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Signals;
import io.armature.engine.event.EventLog;
import io.armature.engine.tenant.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds of tenants in which somebody listens on this node, each with a thread that reads what is new. */
final class StreamFeeds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeeds.class);
    /** Signals can be lost: so often a feed looks by itself. */
    private static final Duration LOOKING = Duration.ofSeconds(5);

    private static final Duration WATCHING = Duration.ofMinutes(5);

    private final EventLog log;
    private final Map<String, Reading> feeds = new HashMap<>();

    StreamFeeds(EventLog log, Signals signals) {
        this.log = log;
        signals.subscribe(EventLog.TOPIC, new Signals.Listener() {
            @Override
            public void heard(String tenant) {
                news(tenant);
            }

            @Override
            public void look() {
                // Each feed looks by itself.
            }
        });
    }

    /** A feed, who reads for it, and how many listen. */
    private static final class Reading {
        private final StreamFeed feed;
        private final Semaphore news = new Semaphore(0);
        private final Thread thread;
        private int listeners;
        private volatile boolean over;

        Reading(StreamFeed feed, EventLog log) {
            this.feed = feed;
            this.thread =
                    Thread.ofVirtual().name("stream-" + feed.tenant().name()).unstarted(() -> read(log));
        }

        private void read(EventLog log) {
            long watched = System.nanoTime();
            try {
                while (!over) {
                    if (news.tryAcquire(LOOKING.toMillis(), TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                    if (!over) {
                        watched = look(log, watched);
                    }
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        /** Not by an interrupt: that would break the connection in whose midst it came. */
        void end() {
            over = true;
            news.release();
        }

        private long look(EventLog log, long watched) {
            try {
                feed.load();
                if (System.nanoTime() - watched > WATCHING.toNanos()) {
                    log.watch(feed.tenant());
                    log.prune(feed.tenant());
                    return System.nanoTime();
                }
            } catch (DatabaseException away) {
                LOG.warn("The stream of tenant {} waits: {}", feed.tenant().name(), away.getMessage());
            }
            return watched;
        }
    }

    /** The tenant's feed, which reads until all have left. */
    StreamFeed join(Tenant tenant) {
        synchronized (feeds) {
            Reading known = feeds.get(tenant.name());
            if (known != null) {
                known.listeners++;
                return known.feed;
            }
        }
        log.watch(tenant);
        Reading made = new Reading(new StreamFeed(tenant, log), log);
        synchronized (feeds) {
            Reading reading = feeds.computeIfAbsent(tenant.name(), name -> made);
            if (reading.listeners++ == 0) {
                reading.thread.start();
            }
            return reading.feed;
        }
    }

    void leave(StreamFeed feed) {
        synchronized (feeds) {
            Reading reading = feeds.get(feed.tenant().name());
            if (reading != null && --reading.listeners == 0) {
                feeds.remove(feed.tenant().name());
                reading.end();
            }
        }
    }

    private void news(String tenant) {
        synchronized (feeds) {
            Reading reading = feeds.get(tenant);
            if (reading != null) {
                reading.news.release();
            }
        }
    }

    /** Callers of the tenant in this schema may have become others. */
    void wake(String schema) {
        List<Reading> some;
        synchronized (feeds) {
            some = feeds.values().stream()
                    .filter(reading -> reading.feed.tenant().schema().equals(schema))
                    .toList();
        }
        some.forEach(reading -> reading.feed.wake());
    }

    @Override
    public void close() {
        synchronized (feeds) {
            feeds.values().forEach(Reading::end);
            feeds.clear();
        }
    }
}
