package io.armature.engine.stream;

import io.armature.engine.event.EventLog;
import io.armature.engine.event.LoggedEvent;
import io.armature.engine.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last events of a tenant, read once for all who listen on this node. Safe for many threads. */
final class StreamFeed {

    private static final int REMEMBERED = 2000;
    private static final int AT_ONCE = 500;

    private final Tenant tenant;
    private final EventLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<LoggedEvent> last = new ArrayDeque<>();
    /** Everything behind this position and not behind {@link #end} is remembered. */
    private long begin;

    private long end;
    private long callers;

    StreamFeed(Tenant tenant, EventLog log) {
        this.tenant = tenant;
        this.log = log;
        this.end = log.end(tenant);
        this.begin = end;
    }

    Tenant tenant() {
        return tenant;
    }

    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Reads what is new. For one thread at a time. */
    void load() {
        List<LoggedEvent> more = log.after(tenant, end(), AT_ONCE);
        while (!more.isEmpty()) {
            add(more);
            more = log.after(tenant, end(), AT_ONCE);
        }
    }

    private void add(List<LoggedEvent> more) {
        lock.lock();
        try {
            last.addAll(more);
            end = more.getLast().position();
            while (last.size() > REMEMBERED) {
                begin = last.removeFirst().position();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets all who wait look who they are: it may have changed. */
    void wake() {
        lock.lock();
        try {
            callers++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts the times that listeners may have become others. */
    long callers() {
        lock.lock();
        try {
            return callers;
        } finally {
            lock.unlock();
        }
    }

    /** Events behind a position: none when none came for a while, or when listeners may have become others. */
    List<LoggedEvent> after(long position, long knownCallers, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (end <= position && callers == knownCallers && left > 0) {
                left = news.awaitNanos(left);
            }
            if (end <= position) {
                return List.of();
            }
            if (position >= begin) {
                return last.stream()
                        .filter(event -> event.position() > position)
                        .limit(AT_ONCE)
                        .toList();
            }
        } finally {
            lock.unlock();
        }
        return log.after(tenant, position, AT_ONCE);
    }
}
